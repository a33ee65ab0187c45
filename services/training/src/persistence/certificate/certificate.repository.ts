import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Certificate } from '../../domain/certificate/certificate.js';
import { certificateCollection } from './certificate.schema.js';

const place = (id: string) => ({ collection: certificateCollection.name, id, field: 'number' });

/** Certificates with their numbers encrypted at rest; equal numbers of an institution are found by a blind index. */
@Injectable()
export class Certificates extends Repository<Certificate> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, certificateCollection, 'certificate');
  }

  /** Throws CERTIFICATE_NUMBER_TAKEN. Of two at once the unique index lets one through; the other runs again and finds it here. */
  async add(certificate: Certificate, tx: Tx): Promise<Certificate> {
    if (await this.findOne({ numberIndex: this.indexOf(certificate) }, tx)) throw new DomainError('CERTIFICATE_NUMBER_TAKEN', {}, 'number');
    return this.insert(certificate, tx);
  }

  /** Ids of those that run out by a day and whose holder was not reminded for so few days. */
  async idsToRemind(until: LocalDate, days: number, page: { limit: number; setAside: readonly string[] }): Promise<string[]> {
    const notYet = { $or: [{ remindedDays: null }, { remindedDays: { $gt: days } }] };
    const rows = await this.model.collection
      .find({ state: 'VALID', expiresOn: { $type: 'string', $lte: until }, _id: { $nin: [...page.setAside] }, ...notYet } as never, {
        projection: { _id: 1 },
        sort: { expiresOn: 1, _id: 1 },
        limit: page.limit,
      })
      .toArray();
    return rows.map((row) => String(row._id));
  }

  /** Row of the collection to a certificate; also for the read side. */
  fromRow(row: Stored): Certificate {
    return this.toEntity(row);
  }

  protected override toDocument(certificate: Certificate): Record<string, unknown> {
    const number = this.cipher.encrypt(certificate.number, place(certificate.id));
    return { ...super.toDocument(certificate), number, numberIndex: this.indexOf(certificate) };
  }

  protected override toEntity(document: Stored): Certificate {
    const { _id: id, numberIndex: _numberIndex, ...rest } = document as Stored & { number: string; numberIndex: string };
    return { ...rest, id, number: this.cipher.decrypt(rest.number, place(id)) } as unknown as Certificate;
  }

  private indexOf({ institution, number }: Certificate): string {
    return this.cipher.blindIndex('certificate', `${institution.toUpperCase()}|${number}`);
  }
}

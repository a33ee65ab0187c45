import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { canonicalHash } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import type { BankLine } from '../domain/bank/bank-line.js';
import { OPEN_LINES } from '../domain/bank/bank-line.machine.js';
import { bankLineCollection } from './bank-statement.schema.js';

const { Long } = mongoose.mongo.BSON;
const SECRET = ['payerName', 'payerAccount', 'remark'] as const;

@Injectable()
export class BankLines extends Repository<BankLine> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, bankLineCollection, 'bank line');
  }

  /** Those of these transactions that are known already. */
  async ofTransactions(
    channel: string,
    transactionIds: readonly string[],
    tx: Tx,
  ): Promise<Pick<BankLine, 'transactionId' | 'paidOn' | 'amountFen'>[]> {
    const filter = { channel, transactionId: { $in: [...transactionIds] } };
    const projection = { transactionId: 1, paidOn: 1, amountFen: 1 };
    return (await this.model.collection.find(filter as never, { session: tx.session, projection }).toArray()) as unknown as BankLine[];
  }

  /** The lines of one file, in one command; the audit row keeps one hash of them all. */
  async insertAll(statementId: string, lines: readonly BankLine[], tx: Tx): Promise<void> {
    if (lines.length === 0) return;
    const documents = lines.map((line) => ({ ...this.toDocument({ ...line, version: 1 }), amountFen: Long.fromNumber(line.amountFen) }));
    await this.model.collection.insertMany(documents as never, { session: tx.session });
    tx.wrote(
      'bank_lines',
      statementId,
      canonicalHash(documents.map(({ amountFen, ...rest }) => ({ ...rest, amountFen: String(amountFen) }))),
    );
  }

  /** Ids of what the job carries on, after this one, oldest first. */
  async open(after: string, limit: number): Promise<string[]> {
    const filter = { state: { $in: OPEN_LINES }, _id: { $gt: after } };
    const rows = await this.model.collection.find(filter as never, { projection: { _id: 1 }, sort: { _id: 1 }, limit }).toArray();
    return rows.map((row) => String(row._id));
  }

  async hasOpen(statementId: string, tx: Tx): Promise<boolean> {
    const filter = { statementId, state: { $in: OPEN_LINES } };
    return (await this.model.collection.findOne(filter as never, { session: tx.session, projection: { _id: 1 } })) !== null;
  }

  protected override toDocument(entity: BankLine): Record<string, unknown> {
    const hidden = SECRET.map((field) => [field, this.cipher.encrypt(entity[field], place(entity.id, field))] as const);
    return { ...super.toDocument(entity), ...Object.fromEntries(hidden) };
  }

  protected override toEntity(document: Stored): BankLine {
    return openBankLine(document, this.cipher);
  }
}

/** Document to line, its secrets read. */
export function openBankLine({ _id, ...rest }: Stored, cipher: FieldCipher): BankLine {
  const shown = SECRET.map((field) => [field, cipher.decrypt(String(rest[field]), place(_id, field))] as const);
  return { ...rest, id: _id, ...Object.fromEntries(shown) } as unknown as BankLine;
}

const place = (id: string, field: string) => ({ collection: 'bank_lines', id, field });

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { ConflictDeclaration } from '../../domain/investigation/conflict.js';
import { conflictCollection } from './conflict.schema.js';

const COLLECTION = conflictCollection.name;

/** Declared conflicts of interest; why somebody is close to a customer is encrypted at rest [3.7]. */
@Injectable()
export class Conflicts extends Repository<ConflictDeclaration> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, conflictCollection, 'declared conflict');
  }

  fromRow(row: Stored): ConflictDeclaration {
    return this.toEntity(row);
  }

  /** Those in force about customers. */
  about(customerIds: readonly string[], tx: Tx): Promise<ConflictDeclaration[]> {
    return this.findMany({ customerId: { $in: [...customerIds] }, endedAt: null }, tx);
  }

  protected override toDocument(conflict: ConflictDeclaration): Record<string, unknown> {
    const seal = (field: string, text: string): string => this.cipher.encrypt(text, { collection: COLLECTION, id: conflict.id, field });
    const { reason, endedReason } = conflict;
    return {
      ...super.toDocument(conflict),
      reason: seal('reason', reason),
      endedReason: endedReason === null ? null : seal('endedReason', endedReason),
    };
  }

  protected override toEntity(document: Stored): ConflictDeclaration {
    const entity = super.toEntity(document);
    const open = (field: string, text: string): string => this.cipher.decrypt(text, { collection: COLLECTION, id: document._id, field });
    const { reason, endedReason } = entity;
    return {
      ...entity,
      reason: open('reason', reason),
      endedReason: endedReason === null ? null : open('endedReason', endedReason),
    };
  }
}

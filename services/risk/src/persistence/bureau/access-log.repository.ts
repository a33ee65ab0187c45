import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, invariant, newId } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { accessLogCollection } from './access-log.schema.js';
import type { ACCESS_KINDS } from './access-log.schema.js';

export interface AccessRow {
  readonly id: string;
  readonly version: number;
  readonly kind: (typeof ACCESS_KINDS)[number];
  readonly actor: string;
  readonly customerId: string;
  readonly applicationId: string;
  readonly objectId: string;
  readonly consentId: string | null;
  readonly reason: string;
  readonly resultHash: string | null;
  readonly at: Date;
}

export type Access = Pick<AccessRow, 'kind' | 'customerId' | 'applicationId' | 'objectId' | 'reason'> &
  Partial<Pick<AccessRow, 'consentId' | 'resultHash'>>;

@Injectable()
export class AccessLog extends Repository<AccessRow> {
  constructor(
    database: Database,
    private readonly clock: BusinessClock,
  ) {
    super(database, accessLogCollection, 'access');
  }

  /** Writes down an access by the actor of the transaction, in that transaction: no row, no access. */
  async note(access: Access, tx: Tx): Promise<void> {
    const row = { consentId: null, resultHash: null, ...access };
    await this.insert({ ...row, id: newId('acl'), version: 0, actor: actorRef(tx.actor), at: this.clock.now() }, tx);
  }

  override save(row: AccessRow): Promise<AccessRow> {
    invariant(false, `the access row ${row.id} never changes`);
  }
}

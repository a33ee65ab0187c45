import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { CommitteeSession } from '../../domain/session/session.js';
import { sessionCollection } from './committee-session.schema.js';

export interface StoredSession extends CommitteeSession {
  readonly version: number;
}

@Injectable()
export class CommitteeSessions extends Repository<StoredSession> {
  constructor(database: Database) {
    super(database, sessionCollection, 'committee session');
  }

  /** The next sitting that is called for after a moment. */
  async nextCalled(after: Date, exceptId: string | null, tx: Tx): Promise<StoredSession | null> {
    const ahead = await this.findMany({ state: 'called', heldAt: { $gt: after } }, tx, { sort: { heldAt: 1, _id: 1 }, limit: 2 });
    return ahead.find((one) => one.id !== exceptId) ?? null;
  }

  /** Called or open sittings with one of the cases on their agenda. */
  openWith(caseIds: readonly string[], tx: Tx): Promise<StoredSession[]> {
    return this.findMany({ state: { $in: ['called', 'open'] }, agenda: { $in: [...caseIds] } }, tx);
  }
}

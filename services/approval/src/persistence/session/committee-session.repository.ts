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

  /** Open sittings with one of the cases on their agenda. */
  openWith(caseIds: readonly string[], tx: Tx): Promise<StoredSession[]> {
    return this.findMany({ state: 'open', agenda: { $in: [...caseIds] } }, tx);
  }
}

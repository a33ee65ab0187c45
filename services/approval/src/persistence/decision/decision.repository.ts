import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LocalDate } from '@weilend/kernel';
import type { Decision } from '../../domain/decision/decide.js';
import { decisionCollection } from './decision.schema.js';

export interface StoredDecision extends Decision {
  readonly version: number;
  readonly minutesHtml: string;
  /** SHA-256 of the minutes. */
  readonly minutesHash: string;
}

/** States in which an approval can still be used. */
const LIVE = ['awaiting-conditions', 'evidenced', 'in-force'];

@Injectable()
export class Decisions extends Repository<StoredDecision> {
  constructor(database: Database) {
    super(database, decisionCollection, 'decision');
  }

  /** Every decision about an application, oldest first. */
  ofApplication(applicationId: string, tx: Tx): Promise<StoredDecision[]> {
    return this.findMany({ applicationId }, tx, { sort: { _id: 1 } });
  }

  /** Approvals not yet used whose last day is before `today`. */
  expired(today: LocalDate, limit: number, tx: Tx): Promise<StoredDecision[]> {
    return this.findMany({ state: { $in: LIVE }, validUntil: { $lt: today } }, tx, { sort: { validUntil: 1 }, limit });
  }

  /** Approvals whose first unsettled condition was due before `today` and has no evidence. */
  overdue(today: LocalDate, limit: number, tx: Tx): Promise<StoredDecision[]> {
    const filter = { state: 'awaiting-conditions', conditionDueOn: { $type: 'string', $lt: today } };
    return this.findMany(filter, tx, { sort: { conditionDueOn: 1, _id: 1 }, limit });
  }

  /** Approvals whose first unsettled condition is due between two days, both counted. */
  conditionsDue(from: LocalDate, to: LocalDate, limit: number, tx: Tx): Promise<StoredDecision[]> {
    const filter = { state: 'awaiting-conditions', conditionDueOn: { $type: 'string', $gte: from, $lte: to } };
    return this.findMany(filter, tx, { sort: { conditionDueOn: 1, _id: 1 }, limit });
  }

  ofCases(caseIds: readonly string[], tx: Tx): Promise<StoredDecision[]> {
    return this.findMany({ caseId: { $in: [...caseIds] } }, tx);
  }
}

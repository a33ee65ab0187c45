import { Injectable } from '@nestjs/common';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ballotOf } from '../../domain/decision/condition-change.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import type { StoredDecision } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';
import type { CaseToday } from '../committee/committee.js';
import { DecisionAnnouncement } from './decision-announcement.js';

/** The ballot on a change of a condition, and what follows when it is made [4.14]. */
@Injectable()
export class ConditionBallots {
  constructor(
    private readonly cases: ApprovalCases,
    private readonly decisions: Decisions,
    private readonly committee: Committee,
    private readonly announcement: DecisionAnnouncement,
    private readonly outbox: Outbox,
  ) {}

  /** The case as it is before its members now, with the votes on the change. */
  async look(decision: StoredDecision, tx: Tx): Promise<CaseToday<StoredCase>> {
    const approvalCase = await this.cases.get(decision.caseId, tx);
    return this.committee.look(ballotOf(approvalCase, decision), tx);
  }

  /** Keeps the decision; says what changed, and sends it to be signed when nothing is owed any more. */
  async keep(before: StoredDecision, after: StoredDecision, by: string, tx: Tx): Promise<string> {
    const saved = await this.decisions.save(after, tx);
    const change = before.conditionChange;
    if (change && saved.conditions.some((one, place) => one !== before.conditions[place])) {
      const { id: decisionId, applicationId } = saved;
      const { conditionId, kind, newDueOn } = change;
      const data = { applicationId, decisionId, conditionId, kind, newDueOn };
      await this.outbox.add(event('approval.condition-changed.v1', applicationId, data), tx);
    }
    if (saved.state === 'in-force') await this.announcement.conditionsConfirmed(saved, by, tx);
    return saved.id;
  }
}

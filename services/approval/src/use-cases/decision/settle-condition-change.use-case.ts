import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { recusalReason } from '../../domain/case/approval-case.js';
import { settleChange } from '../../domain/decision/condition-change.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';
import { ConditionBallots } from './condition-ballots.js';

export interface SettleConditionChangeRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
  readonly granted: boolean;
}

/** The chair's own word on a change of a condition, where the policy leaves it to him [4.14]. */
@Injectable()
export class SettleConditionChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly committee: Committee,
    private readonly ballots: ConditionBallots,
  ) {}

  execute(actor: Actor, input: SettleConditionChangeRequest): Promise<string> {
    return this.work.once({ operation: 'settle-condition-change', actor, input }, async (tx) => {
      const by = employeeIdOf(actor);
      const decision = await this.decisions.get(input.decisionId, tx);
      const { approvalCase } = await this.ballots.look(decision, tx);
      this.committee.checkVoter(approvalCase, by);
      const serves = (await this.committee.roll(tx)).terms.some((term) => term.office === 'CHAIR' && term.employeeId === by);
      if (!serves) throw new DomainError('NOT_A_MEMBER');
      return this.ballots.keep(decision, settleChange(decision, input.granted, recusalReason(approvalCase, by)), by, tx);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { voteOnChange } from '../../domain/decision/condition-change.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';
import { ConditionBallots } from './condition-ballots.js';

export interface VoteConditionChangeRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
  readonly choice: 'YES' | 'NO';
  readonly reason: string;
}

/** One named vote on a change of a condition, by who may vote on the loan [4.14, gate G4]. */
@Injectable()
export class VoteConditionChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly committee: Committee,
    private readonly ballots: ConditionBallots,
  ) {}

  execute(actor: Actor, input: VoteConditionChangeRequest): Promise<string> {
    return this.work.once({ operation: 'vote-condition-change', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      const decision = await this.decisions.get(input.decisionId, tx);
      const { approvalCase, electorate } = await this.ballots.look(decision, tx);
      this.committee.checkVoter(approvalCase, employeeId);
      const ballot = { employeeId, choice: input.choice, reason: input.reason, at: this.committee.now() };
      await this.decisions.save(voteOnChange(decision, approvalCase, electorate, ballot), tx);
      return decision.id;
    });
  }
}

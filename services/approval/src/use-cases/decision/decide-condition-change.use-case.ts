import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeChange } from '../../domain/decision/condition-change.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { ConditionBallots } from './condition-ballots.js';

export interface DecideConditionChangeRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
}

/** Closes the vote on a change of a condition; what follows is computed from it [4.14]. */
@Injectable()
export class DecideConditionChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly ballots: ConditionBallots,
  ) {}

  execute(actor: Actor, input: DecideConditionChangeRequest): Promise<string> {
    return this.work.once({ operation: 'decide-condition-change', actor, input }, async (tx) => {
      const decision = await this.decisions.get(input.decisionId, tx);
      const { electorate } = await this.ballots.look(decision, tx);
      return this.ballots.keep(decision, closeChange(decision, electorate), employeeIdOf(actor), tx);
    });
  }
}

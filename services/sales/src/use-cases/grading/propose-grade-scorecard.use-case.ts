import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { checkScorecard } from '../../domain/customer/scorecard/scorecard-version.js';
import { scorecardMachine } from '../../domain/customer/scorecard/scorecard.machine.js';
import { GradeScorecards } from '../../persistence/grading/scorecard.repository.js';

export interface ProposeGradeScorecardRequest {
  readonly requestKey?: string | null;
  readonly weights: readonly { readonly criterion: string; readonly weightPercent: number }[];
  readonly atLeastA: number;
  readonly atLeastB: number;
  readonly effectiveFrom: LocalDate;
  readonly reason: string;
}

/** Proposes other weights or limits of the customer scorecard; another person puts them in force [3.9]. */
@Injectable()
export class ProposeGradeScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: GradeScorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ProposeGradeScorecardRequest): Promise<string> {
    const proposedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'propose-grade-scorecard', actor, input }, async (tx) => {
      const weights = input.weights.map(({ criterion, weightPercent }) => ({ criterion, weightPercent }));
      const content = { weights, atLeast: { A: input.atLeastA, B: input.atLeastB }, effectiveFrom: input.effectiveFrom };
      checkScorecard(content, this.clock.today());
      const reason = requireReason(input.reason);
      const open = { state: scorecardMachine.initial, decidedBy: null, decidedAt: null, decisionNote: null };
      const proposed = { ...content, ...open, reason, proposedBy, proposedAt: this.clock.now() };
      return (await this.scorecards.insert({ id: newId('gsc'), version: 0, no: await this.scorecards.nextNo(tx), ...proposed }, tx)).id;
    });
  }
}

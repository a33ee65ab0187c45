import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decideScorecard } from '../../domain/customer/scorecard/scorecard-version.js';
import { GradeScorecards } from '../../persistence/grading/scorecard.repository.js';

export interface DecideGradeScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
  /** False turns the proposal down. */
  readonly publish: boolean;
  readonly note?: string | null;
}

/** Puts a proposed scorecard in force from its day, or turns it down; never the proposer. Customers are graded anew by themselves [3.9]. */
@Injectable()
export class DecideGradeScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: GradeScorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DecideGradeScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'decide-grade-scorecard', actor, input }, async (tx) => {
      const proposed = await this.scorecards.get(input.scorecardId, tx);
      const decision = { publish: input.publish, by, at: this.clock.now(), note: input.note ?? null };
      return (await this.scorecards.save(decideScorecard(proposed, decision, this.clock.today()), tx)).id;
    });
  }
}

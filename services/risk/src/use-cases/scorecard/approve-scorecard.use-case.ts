import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { approveScorecard } from '../../domain/scorecard/scorecard-version.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface ApproveScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
}

/** Another risk manager approves a proposed card; it decides nothing before it is put in force [7.3]. */
@Injectable()
export class ApproveScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ApproveScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'approve-scorecard', actor, input }, async (tx) => {
      const card = await this.scorecards.get(input.scorecardId, tx);
      return (await this.scorecards.save(approveScorecard(card, { by, at: this.clock.now() }), tx)).id;
    });
  }
}

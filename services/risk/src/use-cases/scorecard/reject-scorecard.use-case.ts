import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { rejectScorecard } from '../../domain/scorecard/scorecard-version.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface RejectScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
  readonly reason: string;
}

/** Turns a drafted or proposed card down for good; it runs in nobody's shadow any more [7.3]. */
@Injectable()
export class RejectScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RejectScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reject-scorecard', actor, input }, async (tx) => {
      const card = await this.scorecards.get(input.scorecardId, tx);
      return (await this.scorecards.save(rejectScorecard(card, { by, at: this.clock.now() }, input.reason), tx)).id;
    });
  }
}

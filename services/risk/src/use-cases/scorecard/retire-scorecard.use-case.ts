import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { retireScorecard } from '../../domain/scorecard/scorecard-version.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface RetireScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
  readonly reason: string;
}

/** Takes the card of one kind of customer out of force: the card for all customers decides again [4.10]. */
@Injectable()
export class RetireScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RetireScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'retire-scorecard', actor, input }, async (tx) => {
      const card = await this.scorecards.get(input.scorecardId, tx);
      return (await this.scorecards.save(retireScorecard(card, { by, at: this.clock.now() }, input.reason), tx)).id;
    });
  }
}

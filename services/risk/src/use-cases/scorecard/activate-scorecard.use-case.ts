import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { activateScorecard } from '../../domain/scorecard/scorecard-version.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface ActivateScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
}

/** Puts an approved card in force from today, in place of the one of the same customers; scores that stand keep their card [4.10, 7.3]. */
@Injectable()
export class ActivateScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ActivateScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'activate-scorecard', actor, input }, async (tx) => {
      const card = await this.scorecards.get(input.scorecardId, tx);
      const current = await this.scorecards.activeOf(card.segment, tx);
      const act = { by, at: this.clock.now(), today: this.clock.today() };
      const { activated, replaced } = activateScorecard(card, current, act);
      // First out, then in: one card decides at every moment, and the index says so.
      if (replaced) await this.scorecards.save(replaced, tx);
      return (await this.scorecards.save(activated, tx)).id;
    });
  }
}

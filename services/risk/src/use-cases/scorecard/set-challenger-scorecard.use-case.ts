import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { makeChallenger } from '../../domain/scorecard/scorecard-version.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface SetChallengerScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
  /** False takes the card out of the shadow. */
  readonly challenger: boolean;
}

/** Lets a proposed card score beside the one that decides, in place of an earlier challenger; its word decides nothing [4.10]. */
@Injectable()
export class SetChallengerScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
  ) {}

  execute(actor: Actor, input: SetChallengerScorecardRequest): Promise<string> {
    return this.work.once({ operation: 'set-challenger-scorecard', actor, input }, async (tx) => {
      const card = await this.scorecards.get(input.scorecardId, tx);
      const before = await this.scorecards.challengerOf(card.segment, tx);
      const next = input.challenger ? makeChallenger(card) : { ...card, challenger: false };
      if (before && before.id !== card.id && input.challenger) await this.scorecards.save({ ...before, challenger: false }, tx);
      return (await this.scorecards.save(next, tx)).id;
    });
  }
}

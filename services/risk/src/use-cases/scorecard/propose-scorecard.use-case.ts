import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { proposeScorecard } from '../../domain/scorecard/scorecard-version.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface ProposeScorecardRequest {
  readonly requestKey?: string | null;
  readonly scorecardId: string;
}

/** Puts a drafted card to approval; a card that looks at what it may not, or leaves a gap, is refused [1.5, 4.10]. */
@Injectable()
export class ProposeScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ProposeScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'propose-scorecard', actor, input }, async (tx) => {
      const card = await this.scorecards.get(input.scorecardId, tx);
      return (await this.scorecards.save(proposeScorecard(card, { by, at: this.clock.now() }), tx)).id;
    });
  }
}

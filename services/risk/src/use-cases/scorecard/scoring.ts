import { Injectable } from '@nestjs/common';
import { invariant, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { assess } from '../../domain/checks/assessment.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { contentOf } from '../../domain/scorecard/scorecard-version.js';
import { shadowScore } from '../../domain/scorecard/shadow-score.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';
import { ShadowScores } from '../../persistence/scorecard/shadow-score.repository.js';

/** Scores an investigation by the card in force, read in the transaction that keeps the score; the challenger's word is kept beside [4.10]. */
@Injectable()
export class Scoring {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly shadows: ShadowScores,
  ) {}

  async assess(investigation: Investigation, at: Date, tx: Tx): Promise<Investigation> {
    const { champion, challenger } = await this.scorecards.inUse(investigation.customerType, tx);
    const assessed = assess(investigation, contentOf(champion), at);
    if (challenger) {
      const { id: investigationId, score: decided } = assessed;
      invariant(decided, 'an assessed investigation is scored');
      const content = contentOf(challenger);
      await this.shadows.keep(
        shadowScore(newId('shs'), { investigationId, decided, championId: champion.id }, { id: challenger.id, content }),
        tx,
      );
    }
    return assessed;
  }
}

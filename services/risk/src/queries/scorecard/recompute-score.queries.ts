import { Injectable } from '@nestjs/common';
import { invariant } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { explainScore } from '../../domain/scorecard/explain-score.js';
import type { ScoreExplanation } from '../../domain/scorecard/explain-score.js';
import type { Score, Scorecard } from '../../domain/scorecard/scorecard.js';
import type { ShadowScore } from '../../domain/scorecard/shadow-score.js';
import { isReproduced, recompute } from '../../domain/scorecard/scorecards.js';
import type { StoredScore } from '../../domain/scorecard/scorecards.js';
import { InvestigationQueries } from '../investigation/investigation.queries.js';
import { keyOf, ScorecardQueries } from './scorecard.queries.js';

export interface Recomputation {
  readonly stored: StoredScore;
  readonly recomputed: Score;
  readonly equal: boolean;
}

/** Computes a stored score again from its stored inputs by the stored card, so that anybody can see it stand, and says why it is what it is. */
@Injectable()
export class RecomputeScoreQueries {
  constructor(
    private readonly investigations: InvestigationQueries,
    private readonly scorecards: ScorecardQueries,
  ) {}

  /** Null when the investigation is not visible or not scored. */
  async ofInvestigation(investigationId: string, actor: Actor): Promise<Recomputation | null> {
    const found = await this.scored(investigationId, actor);
    if (!found) return null;
    const { stored, card } = found;
    return { stored, recomputed: recompute(stored, card), equal: isReproduced(stored, card) };
  }

  /** Null when the investigation is not visible or not scored. */
  async explanation(investigationId: string, actor: Actor): Promise<ScoreExplanation | null> {
    const found = await this.scored(investigationId, actor);
    return found && explainScore(found.stored, found.card);
  }

  /** Null when the investigation is not visible or no challenger has scored it. */
  async challengerScore(investigationId: string, actor: Actor): Promise<ShadowScore | null> {
    const [visible] = await this.investigations.byIds([investigationId], actor);
    return visible ? this.scorecards.challengerScore(visible.id) : null;
  }

  private async scored(investigationId: string, actor: Actor): Promise<{ stored: StoredScore; card: Scorecard } | null> {
    const [investigation] = await this.investigations.byIds([investigationId], actor);
    const stored = investigation?.score;
    if (!stored) return null;
    const card = (await this.scorecards.named([stored])).get(keyOf(stored));
    invariant(card, `no scorecard ${keyOf(stored)}`);
    return { stored, card: card.content };
  }
}

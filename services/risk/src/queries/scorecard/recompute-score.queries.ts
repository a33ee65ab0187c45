import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Score } from '../../domain/scorecard/scorecard.js';
import { isReproduced, recompute } from '../../domain/scorecard/scorecards.js';
import type { StoredScore } from '../../domain/scorecard/scorecards.js';
import { InvestigationQueries } from '../investigation/investigation.queries.js';

export interface Recomputation {
  readonly stored: StoredScore;
  readonly recomputed: Score;
  readonly equal: boolean;
}

/** Computes a stored score again from its stored inputs by its card version, so that anybody can see it stand. */
@Injectable()
export class RecomputeScoreQueries {
  constructor(private readonly investigations: InvestigationQueries) {}

  /** Null when the investigation is not visible or not scored. */
  async ofInvestigation(investigationId: string, actor: Actor): Promise<Recomputation | null> {
    const [investigation] = await this.investigations.byIds([investigationId], actor);
    const stored = investigation?.score;
    return stored ? { stored, recomputed: recompute(stored), equal: isReproduced(stored) } : null;
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { scorecardInForce } from '../../domain/customer/scorecard/scorecard-version.js';
import type { ScorecardVersion } from '../../domain/customer/scorecard/scorecard-version.js';
import { scorecardCollection } from '../../persistence/grading/scorecard.schema.js';
import { newestFirst, toPlain } from '../rows.js';

/** The scorecard that counts today, in the words of its weights and limits. */
export interface ScorecardInForce {
  readonly no: number;
  readonly weights: readonly { readonly criterion: string; readonly weightPercent: number }[];
  readonly atLeast: { readonly A: number; readonly B: number };
}

/** The read side of customer scorecards. */
@Injectable()
export class ScorecardQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** Every proposed version, newest first; there are a few in a year. */
  async versions(): Promise<ScorecardVersion[]> {
    return (await newestFirst(this.database.model(scorecardCollection), {})).map((row) => toPlain<ScorecardVersion>(row));
  }

  async byId(id: string): Promise<ScorecardVersion | null> {
    return (await this.versions()).find((version) => version.id === id) ?? null;
  }

  async inForce(): Promise<ScorecardInForce> {
    const { version: no, criteria, atLeast } = scorecardInForce(await this.versions(), this.clock.today());
    return { no, atLeast, weights: criteria.map(({ criterion, weightPercent }) => ({ criterion: criterion.id, weightPercent })) };
  }
}

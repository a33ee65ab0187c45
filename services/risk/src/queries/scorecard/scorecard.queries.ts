import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { compareCards } from '../../domain/scorecard/shadow-score.js';
import type { AgreementCell, CardComparison, ShadowScore } from '../../domain/scorecard/shadow-score.js';
import type { ScorecardState } from '../../domain/scorecard/scorecard.machine.js';
import type { ScorecardVersion } from '../../domain/scorecard/scorecard-version.js';
import { scorecardCollection, shadowScoreCollection } from '../../persistence/scorecard/scorecard.schema.js';

export interface ScorecardFilter extends PageRequest {
  readonly state?: ScorecardState | null;
}

export interface ComparisonRequest {
  readonly challengerId: string;
  /** The card that decided meanwhile; every one when left out. */
  readonly championId?: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The read side of the company's scorecards. */
@Injectable()
export class ScorecardQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<ScorecardVersion[]> {
    return this.find({ _id: { $in: [...ids] } });
  }

  /** Newest first, each as `show` shows it. */
  list<T>({ state, ...page }: ScorecardFilter, show: (card: ScorecardVersion) => T): Promise<Page<T>> {
    return pageOf(this.database.model(scorecardCollection), page, { filter: state ? { state } : {}, map: (row) => show(toCard(row)) });
  }

  /** The cards that stored scores name, each with the key `cardId:version`. */
  async named(scores: readonly { readonly cardId: string; readonly cardVersion: number }[]): Promise<Map<string, ScorecardVersion>> {
    const wanted = [...new Map(scores.map((score) => [keyOf(score), score])).values()];
    if (wanted.length === 0) return new Map();
    const found = await this.find({ $or: wanted.map(({ cardId, cardVersion }) => ({ cardId, cardVersion })) });
    return new Map(found.map((card) => [keyOf(card), card]));
  }

  /** What the challenger in the shadow last said of an investigation, or null. */
  async challengerScore(investigationId: string): Promise<ShadowScore | null> {
    const row = await this.database
      .model(shadowScoreCollection)
      .findOne({ investigationId } as never)
      .sort({ _id: -1 })
      .lean<Stored>()
      .exec();
    return row ? withId<ShadowScore>(row) : null;
  }

  /** Throws SCORECARD_PERIOD_INVALID. Counted from the index. */
  async comparison({ challengerId, championId, from, to }: ComparisonRequest): Promise<CardComparison> {
    if (to < from) throw new DomainError('SCORECARD_PERIOD_INVALID', {}, 'to');
    const match = { challengerId, scoredOn: { $gte: from, $lte: to }, ...(championId ? { championId } : {}) };
    const cells = await this.database
      .model(shadowScoreCollection)
      .aggregate<AgreementCell>([
        { $match: match },
        { $group: { _id: { champion: '$championRecommendation', challenger: '$challengerRecommendation' }, count: { $sum: 1 } } },
        { $project: { _id: 0, champion: '$_id.champion', challenger: '$_id.challenger', count: 1 } },
      ]);
    return compareCards(cells);
  }

  private async find(filter: Record<string, unknown>): Promise<ScorecardVersion[]> {
    const rows = await this.database
      .model(scorecardCollection)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toCard);
  }
}

export const keyOf = ({ cardId, cardVersion }: { readonly cardId: string; readonly cardVersion: number }): string =>
  `${cardId}:${cardVersion}`;

const toCard = (row: Stored): ScorecardVersion => withId<ScorecardVersion>(row);

function withId<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}

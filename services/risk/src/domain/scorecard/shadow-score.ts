import { businessDateOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { score } from './score.js';
import type { Rating, Recommendation, Scorecard } from './scorecard.js';
import { hashOfCard } from './scorecards.js';
import type { StoredScore } from './scorecards.js';

// The challenger (挑战者评分卡) scores every investigation beside the card that decides. Its score is kept, seen by risk only, and decides nothing; after some
// weeks a table says where the two agree, and where the challenger would be milder or stricter.

export interface ShadowScore {
  readonly id: string;
  readonly version: number;
  readonly investigationId: string;
  /** Row of the card that decided and of the one in its shadow. */
  readonly championId: string;
  readonly challengerId: string;
  readonly championScore: number;
  readonly championRecommendation: Recommendation;
  readonly challengerHash: string;
  readonly challengerScore: number;
  readonly challengerRating: Rating;
  readonly challengerRecommendation: Recommendation;
  readonly scoredAt: Date;
  /** Business day, by which periods are compared. */
  readonly scoredOn: LocalDate;
}

/** What the challenger says of the very facts that the deciding card was given. */
export function shadowScore(
  id: string,
  of: { readonly investigationId: string; readonly decided: StoredScore; readonly championId: string },
  challenger: { readonly id: string; readonly content: Scorecard },
): ShadowScore {
  const { decided, investigationId, championId } = of;
  const said = score(decided.inputs, challenger.content);
  return {
    ...{ id, version: 0, investigationId, championId, challengerId: challenger.id },
    championScore: decided.score,
    championRecommendation: decided.recommendation,
    challengerHash: hashOfCard(challenger.content),
    challengerScore: said.score,
    challengerRating: said.rating,
    challengerRecommendation: said.recommendation,
    scoredAt: decided.scoredAt,
    scoredOn: businessDateOf(decided.scoredAt),
  };
}

/** How often the two cards said this of the same investigation. */
export interface AgreementCell {
  readonly champion: Recommendation;
  readonly challenger: Recommendation;
  readonly count: number;
}

export interface CardComparison {
  readonly total: number;
  readonly agreed: number;
  readonly milder: number;
  readonly stricter: number;
  readonly cells: readonly AgreementCell[];
}

/** What is referred goes to people: stricter than a yes with conditions, milder than a no. */
const STRICTNESS: Readonly<Record<Recommendation, number>> = { APPROVE: 0, APPROVE_WITH_CONDITIONS: 1, REFER: 2, REJECT: 3 };

/** Sums of the table of agreement. */
export function compareCards(cells: readonly AgreementCell[]): CardComparison {
  const counted = (matches: (difference: number) => boolean): number =>
    cells
      .filter(({ champion, challenger }) => matches(STRICTNESS[challenger] - STRICTNESS[champion]))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    total: counted(() => true),
    agreed: counted((difference) => difference === 0),
    milder: counted((difference) => difference < 0),
    stricter: counted((difference) => difference > 0),
    cells: [...cells].sort(
      (a, b) => STRICTNESS[a.champion] - STRICTNESS[b.champion] || STRICTNESS[a.challenger] - STRICTNESS[b.challenger],
    ),
  };
}

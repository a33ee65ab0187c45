import { canonicalHash, invariant } from '@weilend/kernel';
import type { CardProvenance } from './card-provenance.js';
import { individualFittedV1, individualFittedV1Provenance } from './individual-fitted-v1.js';
import type { Score, Scorecard } from './scorecard.js';
import { score } from './score.js';
import { scorecardV0 } from './scorecard-v0.js';
import type { ScoringFacts } from './scoring-facts.js';

// The cards that come with the product, and how a score is kept and computed again. The company's cards are rows of its database: what is listed here
// becomes one of them with the next start. A stored score names its card by id, version and hash, and is judged by that row, never by what stands here.

/** A score as it is kept: with what went in, which card judged it, and why. */
export interface StoredScore extends Score {
  readonly cardId: string;
  readonly cardVersion: number;
  /** SHA-256 of the card's content; scores from before cards were rows have none. */
  readonly cardHash?: string;
  readonly inputs: ScoringFacts;
  readonly scoredAt: Date;
}

/** Every card that comes with the product, the old ones too. */
export const CARDS: readonly Scorecard[] = [scorecardV0, individualFittedV1];

/** Where the fitted ones among them come from. */
export const PROVENANCES: readonly CardProvenance[] = [individualFittedV1Provenance];

/** The card that a fresh company works with. */
export const currentCard: Scorecard = scorecardV0;

/** A card of the product by id and version, for the first rows of a database. */
export function cardOf(id: string, version: number): Scorecard {
  const card = CARDS.find((one) => one.id === id && one.version === version);
  invariant(card, `no scorecard ${id} version ${version}`);
  return card;
}

/** SHA-256 over everything that a card says, in canonical JSON. */
export function hashOfCard({ id, version, required, attributes, knockOuts, refer, grades }: Scorecard): string {
  return canonicalHash({ id, version, required, attributes, knockOuts, refer, grades });
}

/** Scores by a card and keeps everything needed to do it again. */
export function scoreAndKeep(inputs: ScoringFacts, card: Scorecard, scoredAt: Date): StoredScore {
  return { ...score(inputs, card), cardId: card.id, cardVersion: card.version, cardHash: hashOfCard(card), inputs, scoredAt };
}

/** The same score computed again from the stored inputs by the stored card. */
export function recompute(stored: Pick<StoredScore, 'inputs'>, card: Scorecard): Score {
  return score(stored.inputs, card);
}

/** True when the stored card is the one named, and computing again gives the stored figure, rating, recommendation, points and rules. */
export function isReproduced(stored: StoredScore, card: Scorecard): boolean {
  const again = recompute(stored, card);
  return isByCard(stored, card) && canonicalHash(outcomeOf(again)) === canonicalHash(outcomeOf(stored));
}

/** True when the score names this card, with the hash of what it says. */
export function isByCard({ cardId, cardVersion, cardHash }: StoredScore, card: Scorecard): boolean {
  return card.id === cardId && card.version === cardVersion && (cardHash === undefined || cardHash === hashOfCard(card));
}

/** What must come out the same; how a band reads in words is no part of it, which rule decided is. */
function outcomeOf({ score: points, rating, recommendation, reasons }: Score): unknown {
  const decided = reasons.map(({ kind, fact, detail, points: given }) => [
    kind,
    fact,
    given,
    kind === 'KNOCK_OUT' || kind === 'REFER' ? detail : null,
  ]);
  return [points, rating, recommendation, decided];
}

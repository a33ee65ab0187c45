import { invariant } from '@weilend/kernel';
import { individualFittedV1 } from './individual-fitted-v1.js';
import type { Score, Scorecard } from './scorecard.js';
import { score } from './score.js';
import { scorecardV0 } from './scorecard-v0.js';
import type { ScoringFacts } from './scoring-facts.js';

// The cards the company has ever used. Old versions stay, so that any old score can be computed again and explained to the applicant.

/** A score as it is kept: with what went in, which card judged it, and why. */
export interface StoredScore extends Score {
  readonly cardId: string;
  readonly cardVersion: number;
  readonly inputs: ScoringFacts;
  readonly scoredAt: Date;
}

/** Every card, the old ones too. */
export const CARDS: readonly Scorecard[] = [scorecardV0, individualFittedV1];

/** The card for new scores. */
export const currentCard: Scorecard = scorecardV0;

/** A card by id and version; a stored score always names one that exists. */
export function cardOf(id: string, version: number): Scorecard {
  const card = CARDS.find((one) => one.id === id && one.version === version);
  invariant(card, `no scorecard ${id} version ${version}`);
  return card;
}

/** Scores by a card and keeps everything needed to do it again. */
export function scoreAndKeep(inputs: ScoringFacts, card: Scorecard, scoredAt: Date): StoredScore {
  return { ...score(inputs, card), cardId: card.id, cardVersion: card.version, inputs, scoredAt };
}

/** The same score computed again from the stored inputs by the stored card version. */
export function recompute(stored: StoredScore): Score {
  return score(stored.inputs, cardOf(stored.cardId, stored.cardVersion));
}

/** True when computing again gives the stored figure, rating, recommendation and points. */
export function isReproduced(stored: StoredScore): boolean {
  const again = recompute(stored);
  const points = (one: Score): string => one.reasons.map((reason) => `${reason.kind}:${reason.fact}:${reason.points}`).join();
  return (
    again.score === stored.score &&
    again.rating === stored.rating &&
    again.recommendation === stored.recommendation &&
    points(again) === points(stored)
  );
}

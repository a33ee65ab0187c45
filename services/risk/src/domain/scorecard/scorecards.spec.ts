import { describe, expect, it, test } from '@jest/globals';
import { realApplications } from './__cases__/real-applications.cases.js';
import { cardOf, CARDS, currentCard, hashOfCard, isByCard, isReproduced, PROVENANCES, recompute, scoreAndKeep } from './scorecards.js';

const [sample] = realApplications;
const stored = scoreAndKeep((sample ?? [])[1] as Parameters<typeof scoreAndKeep>[0], currentCard, new Date('2026-11-23T00:00:00Z'));
const tighter = {
  ...currentCard,
  grades: [{ ...currentCard.grades[0], atLeast: 121 }, ...currentCard.grades.slice(1)],
} as typeof currentCard;

describe('[4.10] a stored score', () => {
  test('names its card with its hash and computes again to the same figure', () => {
    expect(stored).toMatchObject({ cardId: 'individual-expert', cardVersion: 0, cardHash: hashOfCard(currentCard) });
    expect(recompute(stored, currentCard).score).toBe(stored.score);
    expect(isReproduced(stored, currentCard)).toBe(true);
  });

  test('from before cards had a hash computes again too', () => {
    const { cardHash: _hash, ...old } = stored;
    expect(isReproduced(old, currentCard)).toBe(true);
  });

  it.each([
    ['another figure', { score: stored.score + 1 }],
    ['another rating', { rating: 'LOW' as const }],
    ['another recommendation', { recommendation: 'APPROVE' as const }],
    ['reasons cut short', { reasons: [] }],
    ['inputs changed afterwards', { inputs: { ...stored.inputs, savings: null } }],
    ['the hash of another card', { cardHash: 'a'.repeat(64) }],
    ['the name of another card', { cardId: 'individual-fitted' }],
    ['another version of the card', { cardVersion: 1 }],
  ])('[4.11] %s is noticed', (_name, change) => {
    expect(isReproduced({ ...stored, ...change }, currentCard)).toBe(false);
  });

  test('[4.11] a card that was changed after the score is noticed, even where it gives the same points', () => {
    expect(recompute(stored, tighter).score).toBe(stored.score);
    expect(isByCard(stored, tighter)).toBe(false);
    expect(isReproduced(stored, tighter)).toBe(false);
  });

  test('[4.10] the fitted card stands beside the expert one: scored by it, a score computes again too', () => {
    const fitted = cardOf('individual-fitted', 1);
    const byFitted = scoreAndKeep(stored.inputs, fitted, stored.scoredAt);
    expect(byFitted).toMatchObject({ cardId: 'individual-fitted', cardVersion: 1 });
    expect(isReproduced(byFitted, fitted)).toBe(true);
    expect(isReproduced(byFitted, currentCard)).toBe(false);
    expect(isReproduced({ ...byFitted, cardId: 'individual-expert', cardVersion: 0 }, currentCard)).toBe(false);
  });

  it.each([
    ['individual-expert', 1],
    ['individual-fitted', 2],
    ['enterprise', 0],
  ])('a card that never was (%s %d) is a bug', (id, version) => {
    expect(() => cardOf(id, version)).toThrow('no scorecard');
  });
});

describe('[1.2] cards of the product', () => {
  test('each is there once, and the first one decides in a fresh company', () => {
    const names = CARDS.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(names).size).toBe(names.length);
    expect(CARDS).toContain(currentCard);
  });

  test('every fitted card says where its points come from', () => {
    const fitted = CARDS.filter(({ id }) => id !== currentCard.id).map(({ id, version }) => ({ id, version }));
    expect(PROVENANCES.map(({ card }) => card)).toEqual(fitted);
  });

  test('the hash covers everything a card says and not the order of its members', () => {
    const { grades, id, ...rest } = currentCard;
    expect(hashOfCard({ grades, ...rest, id })).toBe(hashOfCard(currentCard));
    expect(hashOfCard(tighter)).not.toBe(hashOfCard(currentCard));
    expect(hashOfCard({ ...currentCard, refer: [] })).not.toBe(hashOfCard(currentCard));
  });
});

import { describe, expect, it, test } from '@jest/globals';
import { realApplications } from './__cases__/real-applications.cases.js';
import { cardOf, currentCard, isReproduced, recompute, scoreAndKeep } from './scorecards.js';

const [sample] = realApplications;
const stored = scoreAndKeep((sample ?? [])[1] as Parameters<typeof scoreAndKeep>[0], currentCard, new Date('2026-11-23T00:00:00Z'));

describe('[4.10] a stored score', () => {
  test('names its card and computes again to the same figure', () => {
    expect(stored).toMatchObject({ cardId: 'individual-expert', cardVersion: 0 });
    expect(recompute(stored).score).toBe(stored.score);
    expect(isReproduced(stored)).toBe(true);
  });

  it.each([
    ['another figure', { score: stored.score + 1 }],
    ['another rating', { rating: 'LOW' as const }],
    ['another recommendation', { recommendation: 'APPROVE' as const }],
    ['reasons cut short', { reasons: [] }],
    ['inputs changed afterwards', { inputs: { ...stored.inputs, savings: null } }],
  ])('[4.11] %s is noticed', (_name, change) => {
    expect(isReproduced({ ...stored, ...change })).toBe(false);
  });

  test('[4.10] the fitted card stands beside the expert one: scored by it, a score computes again too', () => {
    const byFitted = scoreAndKeep(stored.inputs, cardOf('individual-fitted', 1), stored.scoredAt);
    expect(byFitted).toMatchObject({ cardId: 'individual-fitted', cardVersion: 1 });
    expect(isReproduced(byFitted)).toBe(true);
    expect(isReproduced({ ...byFitted, cardId: 'individual-expert', cardVersion: 0 })).toBe(false);
  });

  it.each([
    ['individual-expert', 1],
    ['individual-fitted', 2],
    ['enterprise', 0],
  ])('a card that never was (%s %d) is a bug', (id, version) => {
    expect(() => cardOf(id, version)).toThrow('no scorecard');
  });
});

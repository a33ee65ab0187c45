import { describe, expect, it, test } from '@jest/globals';
import { BUREAU_TROUBLES, pauseMs, troubleRules } from './bureau-trouble.js';
import type { BureauTrouble } from './bureau-trouble.js';

const plan = { firstPauseMs: 2_000, longestPauseMs: 300_000, mostAttempts: 8 };

describe('[4.10] what follows on a trouble', () => {
  const following: Record<BureauTrouble, string> = {
    TIMED_OUT: 'AGAIN ailing',
    UNREACHABLE: 'AGAIN ailing',
    BUREAU_ERROR: 'AGAIN ailing',
    GARBAGE: 'AGAIN ailing',
    BUSY: 'AGAIN',
    BAD_SIGNATURE: 'AGAIN ailing alarming',
    OTHER_REQUEST: 'AGAIN ailing alarming',
    OTHER_PERSON: 'HALT alarming',
    NOT_AUTHORISED: 'HALT alarming',
    REFUSED: 'END',
    BREAKER_OPEN: 'WAIT',
    UNEXPECTED: 'AGAIN alarming',
    CALLED_OFF: 'END',
  };
  it.each(BUREAU_TROUBLES)('%s', (trouble) => {
    const { then, ailing, alarming, says } = troubleRules[trouble];
    expect([then, ailing && 'ailing', alarming && 'alarming'].filter(Boolean).join(' ')).toBe(following[trouble]);
    expect(says).toMatch(/^[a-z]/);
  });
});

describe('[4.10] pauses grow, spread out and heed the bureau', () => {
  it.each<[string, number, number, number, number]>([
    ['after the first attempt, at the least', 1, 0, 0, 1_000],
    ['after the first attempt, at the most', 1, 1, 0, 2_000],
    ['doubled', 2, 1, 0, 4_000],
    ['doubled again', 3, 1, 0, 8_000],
    ['up to the longest', 9, 1, 0, 300_000],
    ['and not beyond', 5_000, 1, 0, 300_000],
    ['before any attempt', 0, 1, 0, 2_000],
    ['never shorter than the bureau asked for', 1, 0, 120_000, 120_000],
    ['spread beyond what it asked for, not below', 1, 1, 120_000, 132_000],
    ['longer than it asked for when ours is', 9, 1, 10_000, 300_000],
  ])('%s', (_name, attempts, spread, atLeastMs, expected) => {
    expect(pauseMs(attempts, plan, { spread, atLeastMs })).toBe(expected);
  });

  test('never shrinks with the attempts, and stays within half and whole', () => {
    for (const spread of [0, 0.3, 0.99]) {
      let before = 0;
      for (let attempts = 1; attempts < 40; attempts++) {
        const pause = pauseMs(attempts, plan, { spread, atLeastMs: 0 });
        expect(pause).toBeGreaterThanOrEqual(before);
        expect(pause).toBeLessThanOrEqual(plan.longestPauseMs);
        before = pause;
      }
    }
  });
});

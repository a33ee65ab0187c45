import { describe, expect, it, test } from '@jest/globals';
import { firstRules } from './first-rules.js';
import { WARNING_SIGNALS } from './warning-rule.js';

describe('[4.23] the rules that a new company starts with', () => {
  it.each(WARNING_SIGNALS)('some rule looks at %s', (signal) => {
    expect(firstRules.some((rule) => rule.signal === signal)).toBe(true);
  });

  test('a worse fact of one signal is never taken lighter', () => {
    const rank = { LOW: 0, MEDIUM: 1, HIGH: 2 };
    for (const one of firstRules)
      for (const other of firstRules.filter(({ signal, leastAmount }) => signal === one.signal && leastAmount > one.leastAmount))
        expect(rank[other.level]).toBeGreaterThanOrEqual(rank[one.level]);
  });
});

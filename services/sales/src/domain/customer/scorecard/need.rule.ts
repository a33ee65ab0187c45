import type { Criterion } from './criterion.js';

// Need (贷款需求): a customer who knows what he wants the money for, how much, for how long and how he will repay it can be served now.

/** 25 points for each of the four needs. */
export const needRule: Criterion = {
  id: 'need',
  version: 1,
  score({ profile }) {
    const known = Object.values(profile.needs).filter((part) => part !== null && part !== '').length;
    return { points: known * 25, reason: `${known} of the four needs are known` };
  },
};

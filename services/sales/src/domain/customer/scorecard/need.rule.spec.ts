import { expect, test } from '@jest/globals';
import { emptyProfile } from '../profile.js';
import { needRule } from './need.rule.js';

test.each([
  [{}, 0],
  [{ purpose: '' }, 0],
  [{ purpose: 'TRAVEL' }, 25],
  [{ purpose: 'TRAVEL', amountFen: 1, termMonths: 6 }, 75],
  [{ purpose: 'TRAVEL', amountFen: 1, termMonths: 6, method: 'BULLET' }, 100],
])('[3.8] %j gives %d points', (needs, points) => {
  const profile = { ...emptyProfile, needs: { ...emptyProfile.needs, ...needs } };
  expect(needRule.score({ type: 'INDIVIDUAL', profile, lateLoans: [] }).points).toBe(points);
});

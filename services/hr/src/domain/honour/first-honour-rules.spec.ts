import { expect, test } from '@jest/globals';
import { firstHonourRules } from './first-honour-rules.js';
import { checkHonourRule, HONOUR_SCOPES, HONOURS } from './honour-rule.js';

test('[5.9] the rules that a company starts with are ones that hr could publish: each honour of a quarter and of a year', () => {
  for (const first of firstHonourRules) expect(() => checkHonourRule(first, '2019-Q4')).not.toThrow();
  const named = firstHonourRules.map(({ honour, scope }) => `${honour}/${scope}`).sort();
  expect(named).toEqual(HONOURS.flatMap((honour) => HONOUR_SCOPES.map((scope) => `${honour}/${scope}`)).sort());
});

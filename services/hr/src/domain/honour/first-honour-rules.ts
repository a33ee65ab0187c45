import type { HonourRuleContent } from './honour-rule.js';

/** The rules that a company starts with [5.9]: the champion disbursed most on target, the excellent ones scored best with no weak side. */
const champion = {
  ...{ honour: 'SALES_CHAMPION', metric: 'DISBURSED_AMOUNT', minimums: [{ metric: 'TOTAL_SCORE', least: 80 }] },
  ...{ tieBreakers: ['TOTAL_SCORE', 'NEW_CUSTOMERS', 'SATISFACTION'], places: 1, whenEqual: 'SHARED', trainingTopic: null },
} as const satisfies Partial<HonourRuleContent>;
const excellent = {
  ...{ honour: 'EXCELLENT_SALESPERSON', metric: 'TOTAL_SCORE' },
  minimums: [
    { metric: 'TOTAL_SCORE', least: 90 },
    { metric: 'SATISFACTION', least: 4 },
  ],
  ...{ tieBreakers: ['SATISFACTION', 'DISBURSED_AMOUNT', 'NEW_CUSTOMERS'], places: 3, whenEqual: 'SHARED', trainingTopic: 'SALES_SKILLS' },
} as const satisfies Partial<HonourRuleContent>;
const FROM = '2020-Q1';

export const firstHonourRules: readonly HonourRuleContent[] = [
  { ...champion, scope: 'QUARTER', fromQuarter: FROM, leastQuarters: 1 },
  { ...champion, scope: 'YEAR', fromQuarter: FROM, leastQuarters: 4 },
  { ...excellent, scope: 'QUARTER', fromQuarter: FROM, leastQuarters: 1 },
  { ...excellent, scope: 'YEAR', fromQuarter: FROM, leastQuarters: 4 },
];

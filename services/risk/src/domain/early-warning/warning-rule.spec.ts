import { describe, expect, it, test } from '@jest/globals';
import { firstRules } from './first-rules.js';
import { activateRule, draftRule, retireRule } from './warning-rule.js';
import type { RuleContent } from './warning-rule.js';

const at = new Date('2026-11-23T02:00:00Z');
const content: RuleContent = {
  ...{ code: 'DPD_30', signal: 'DAYS_PAST_DUE', leastAmount: 30, times: 1, inARow: false, leastTotal: 0, windowDays: 30 },
  ...{ category: 'CREDIT', level: 'MEDIUM', dedupeKey: 'DPD', meaning: '逾期超过三十天' },
};
const drafted = { ruleVersion: 2, by: 'emp_1', at };
const draft = draftRule('ewr_1', content, drafted);

describe('[4.23] a rule is data with versions', () => {
  test('written by one, put in force by another, retired by its successor', () => {
    expect(draft).toMatchObject({ state: 'DRAFT', ruleVersion: 2, activeKey: null });
    const active = activateRule(draft, 'emp_2', at);
    expect(active).toMatchObject({ state: 'ACTIVE', activeKey: 'DPD_30', activatedBy: 'emp_2' });
    expect(retireRule(active, 'emp_2', at)).toMatchObject({ state: 'RETIRED', activeKey: null, retiredBy: 'emp_2' });
  });

  it.each<[string, Partial<RuleContent>, string]>([
    ['a code in small letters', { code: 'dpd' }, 'WARNING_RULE_CODE_INVALID'],
    ['a key with a blank', { dedupeKey: 'D P D' }, 'WARNING_RULE_CODE_INVALID'],
    ['an amount of nothing', { leastAmount: 0 }, 'WARNING_RULE_INVALID'],
    ['no time at all', { times: 0 }, 'WARNING_RULE_INVALID'],
    ['half a time', { times: 1.5 }, 'WARNING_RULE_INVALID'],
    ['a total below zero', { leastTotal: -1 }, 'WARNING_RULE_INVALID'],
    ['a window of nothing', { windowDays: 0 }, 'WARNING_RULE_INVALID'],
    ['a window of three years', { windowDays: 1_100 }, 'WARNING_RULE_INVALID'],
    ['no meaning', { meaning: ' ' }, 'TEXT_MISSING'],
  ])('refused with %s', (_title, change, code) => {
    expect(() => draftRule('ewr_1', { ...content, ...change }, drafted)).toThrow(expect.objectContaining({ code }));
  });

  it.each<[string, () => unknown, string]>([
    ['put in force by who wrote it', () => activateRule(draft, 'emp_1', at), 'WARNING_RULE_OWN'],
    ['put in force twice', () => activateRule(activateRule(draft, 'emp_2', at), 'emp_3', at), 'ILLEGAL_TRANSITION'],
    ['put in force after it was retired', () => activateRule(retireRule(draft, 'emp_1', at), 'emp_2', at), 'ILLEGAL_TRANSITION'],
  ])('refused: %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));

  test('the rules that a new company starts with can all be written down, each code once', () => {
    for (const rule of firstRules) expect(draftRule('ewr_1', rule, drafted).code).toBe(rule.code);
    expect(new Set(firstRules.map(({ code }) => code)).size).toBe(firstRules.length);
  });
});

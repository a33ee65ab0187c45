import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { activateRule, draftRule } from './warning-rule.js';
import { firstRules } from './first-rules.js';
import { factsOfRule, isGraver, judgeSignal } from './judge-signal.js';
import type { SignalFact } from './judge-signal.js';
import type { RuleContent, WarningRule, WarningSignal } from './warning-rule.js';

const at = new Date('2026-11-23T02:00:00Z');
const today = parseLocalDate('2026-11-23');
const ruleOf = (code: string): RuleContent => firstRules.find((rule) => rule.code === code) as RuleContent;
const active = (content: RuleContent): WarningRule =>
  activateRule(draftRule(`ewr_${content.code}`, content, { ruleVersion: 1, by: 'emp_1', at }), 'emp_2', at);
const facts = (signal: WarningSignal, ...rows: readonly (readonly [on: string, amount: number])[]): SignalFact[] =>
  rows.map(([on, amount], no) => ({
    ...{ id: `sig_${no}`, version: 1, signal, subjectId: 'lon_1', customerId: 'cus_1', loanId: 'lon_1', applicationId: 'app_1' },
    ...{ sourceId: `src_${no}`, on: parseLocalDate(on), amount },
  }));

describe('[4.23] when facts fulfil a rule', () => {
  it.each<[string, string, SignalFact[], number | null]>([
    ['thirty days late', 'DPD_30', facts('DAYS_PAST_DUE', ['2026-11-20', 30]), 1],
    ['a day less', 'DPD_30', facts('DAYS_PAST_DUE', ['2026-11-20', 29]), null],
    ['too long ago', 'DPD_30', facts('DAYS_PAST_DUE', ['2026-10-24', 40]), null],
    ['on the last day of the window', 'DPD_30', facts('DAYS_PAST_DUE', ['2026-10-25', 40]), 1],
    ['another signal', 'DPD_30', facts('COMPLAINT', ['2026-11-20', 40]), null],
    ['a day that has not come', 'DPD_30', facts('DAYS_PAST_DUE', ['2026-11-24', 40]), null],
    ['nothing at all', 'DPD_1', [], null],
    ['two inspections without an answer', 'INSPECTIONS_UNCLEAR', facts('INSPECTION_UNCLEAR', ['2026-08-01', 1], ['2026-11-01', 1]), 2],
    ['one of them', 'INSPECTIONS_UNCLEAR', facts('INSPECTION_UNCLEAR', ['2026-11-01', 1]), null],
    [
      'revenue down for three months',
      'REVENUE_DOWN_3_MONTHS',
      facts('REVENUE_FALL', ['2026-09-10', 5], ['2026-10-10', 9], ['2026-11-10', 2]),
      3,
    ],
    [
      'three times in one month',
      'REVENUE_DOWN_3_MONTHS',
      facts('REVENUE_FALL', ['2026-11-10', 5], ['2026-11-11', 9], ['2026-11-12', 2]),
      null,
    ],
    ['up again in between', 'REVENUE_DOWN_3_MONTHS', facts('REVENUE_FALL', ['2026-09-10', 5], ['2026-10-10', -9], ['2026-11-10', 2]), null],
    [
      'up at the end',
      'REVENUE_DOWN_3_MONTHS',
      facts('REVENUE_FALL', ['2026-08-10', 5], ['2026-09-10', 5], ['2026-10-10', 9], ['2026-11-10', -2]),
      null,
    ],
    ['debt up by ten points in two months', 'DEBT_UP_2_MONTHS', facts('DEBT_RISE', ['2026-10-10', 400], ['2026-11-10', 600]), 2],
    ['debt up by less', 'DEBT_UP_2_MONTHS', facts('DEBT_RISE', ['2026-10-10', 400], ['2026-11-10', 599]), null],
    ['debt up by ten points in one', 'DEBT_UP_2_MONTHS', facts('DEBT_RISE', ['2026-11-10', 4_000]), null],
  ])('%s (%s)', (_title, code, given, counted) => {
    expect(factsOfRule(ruleOf(code), given, today, null)?.length ?? null).toBe(counted);
  });

  test('what was dealt with when the last alert was closed does not count again', () => {
    const given = facts('COMPLAINT', ['2026-11-01', 1], ['2026-11-10', 1], ['2026-11-20', 1]);
    expect(factsOfRule(ruleOf('COMPLAINTS'), given, today, null)).toHaveLength(3);
    expect(factsOfRule(ruleOf('COMPLAINTS'), given, today, parseLocalDate('2026-11-10'))).toBeNull();
  });
});

describe('[4.23] the alert of several rules', () => {
  const rules = firstRules.map(active);
  it.each([
    [1, 'DPD_1', 'LOW'],
    [45, 'DPD_30', 'MEDIUM'],
    [60, 'DPD_60', 'HIGH'],
    [120, 'DPD_90', 'HIGH'],
  ] as const)('%i days late is %s', (days, code, level) => {
    const judged = judgeSignal(rules, facts('DAYS_PAST_DUE', ['2026-11-23', days]), { on: today, since: null });
    expect(judged).toMatchObject({ rule: { code, level }, hit: { code, ruleVersion: 1, facts: [{ sourceId: 'src_0', amount: days }] } });
    expect(judged?.hit.explanation).toContain(code);
  });

  test('none when no rule is fulfilled, and none in force says nothing', () => {
    expect(judgeSignal(rules, facts('COMPLAINT', ['2026-11-23', 1]), { on: today, since: null })).toBeNull();
    expect(judgeSignal([], facts('DAYS_PAST_DUE', ['2026-11-23', 99]), { on: today, since: null })).toBeNull();
  });

  it.each([
    ['HIGH', 'LOW', true],
    ['MEDIUM', 'LOW', true],
    ['LOW', 'LOW', false],
    ['MEDIUM', 'HIGH', false],
  ] as const)('%s is graver than %s: %s', (level, than, expected) => expect(isGraver(level, than)).toBe(expected));
});

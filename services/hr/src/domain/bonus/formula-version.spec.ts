import { describe, expect, test } from '@jest/globals';
import { at, day, goodFormula } from './bonus.builder.js';
import { draftFormula, publishFormula, withdrawFormula } from './formula-version.js';

const given = { id: 'bnf_1', fromQuarter: '2026-Q3', formula: goodFormula, reason: '下半年的奖金办法' };
const by = (person: string) => ({ by: person, at });
const draft = (change: Partial<typeof given> = {}) => draftFormula({ ...given, ...change }, by('emp_1'));
const publish = (of = draft(), earlier: ReturnType<typeof draft> | null = null, person = 'emp_2', isFirst = earlier === null) =>
  publishFormula(of, earlier, { ...by(person), isFirst, today: day('2026-06-30') });
const first = publishFormula(draft({ fromQuarter: '2026-Q1' }), null, { ...by('emp_2'), isFirst: true, today: day('2026-03-31') });

describe('[5.6] a version of the formula', () => {
  test('is drafted by one person and published by another before its quarter', () => {
    expect(publish(draft(), first)).toMatchObject({ state: 'PUBLISHED', draftedBy: 'emp_1', publishedBy: 'emp_2' });
  });

  test('the first of the company may count in the running quarter', () => {
    expect(publish(draft({ fromQuarter: '2026-Q2' })).state).toBe('PUBLISHED');
  });

  test.each<[string, () => unknown, string]>([
    ['of no quarter', () => draft({ fromQuarter: '2026' }), 'QUARTER_INVALID'],
    ['without a reason', () => draft({ reason: ' 新 ' }), 'BONUS_REASON_MISSING'],
    ['that is wrong', () => draft({ formula: { ...goodFormula, minScore: 999 } }), 'BONUS_FORMULA_INVALID'],
    ['published by who drafted it', () => publish(draft(), null, 'emp_1'), 'BONUS_FORMULA_SAME_PERSON'],
    ['published in its quarter', () => publish(draft({ fromQuarter: '2026-Q2' }), first), 'BONUS_FORMULA_TOO_LATE'],
    [
      'published in a quarter before that of the first',
      () => publish(draft({ fromQuarter: '2025-Q4' }), null, 'emp_2', false),
      'BONUS_FORMULA_TOO_LATE',
    ],
    ['the first of the company for a quarter that is over', () => publish(draft({ fromQuarter: '2026-Q1' })), 'BONUS_FORMULA_TOO_LATE'],
    ['published for a quarter that has one', () => publish(draft({ fromQuarter: '2026-Q1' }), first), 'BONUS_FORMULA_QUARTER_TAKEN'],
    [
      'published by who read another version',
      () => publishFormula(draft(), first, { ...by('emp_2'), version: 7, isFirst: false, today: day('2026-06-30') }),
      'PROPOSAL_CHANGED',
    ],
    ['published twice', () => publish(publish()), 'ILLEGAL_TRANSITION'],
    ['withdrawn after it was published', () => withdrawFormula(publish(), 'emp_1', '写错了季度'), 'ILLEGAL_TRANSITION'],
    ['withdrawn without a reason', () => withdrawFormula(draft(), 'emp_1', ''), 'BONUS_REASON_MISSING'],
  ])('%s is refused', (_title, act, code) => {
    expect(act).toThrow(code);
  });

  test('a draft can be withdrawn with a reason, and is published no more', () => {
    const withdrawn = withdrawFormula(draft(), 'emp_1', '写错了季度');
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: '写错了季度' });
    expect(() => publish(withdrawn)).toThrow('ILLEGAL_TRANSITION');
  });
});

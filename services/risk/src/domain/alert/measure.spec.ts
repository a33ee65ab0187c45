import { describe, expect, it, test } from '@jest/globals';
import { checkEffect, handOver, handoverProblem, liftFreeze, noteOutcome, NO_TARGET, planMeasure, receiverOf } from './measure.js';
import type { Measure, MeasureKind, MeasureTarget } from './measure.js';

const at = new Date('2026-11-23T08:00:00Z');
const target: MeasureTarget = { customerId: 'cus_1', loanId: 'lon_1', applicationId: 'app_1' };
const plan = (kind: MeasureKind = 'FREEZE'): Measure =>
  planMeasure({
    ...{ measureId: 'mea_1', kind, ownerId: 'emp_1', dueOn: '2026-11-30', reason: 'until it is seen', decidedBy: 'emp_2', decidedAt: at },
  });
const given = (kind: MeasureKind = 'FREEZE') => handOver(plan(kind), { handoffId: 'hof_1', target, at });
const applied = noteOutcome(given(), 'apply', { text: 'frozen', at });

describe('[7.4] who carries a measure out, and about what', () => {
  it.each<[MeasureKind, 'finance' | 'sales' | null]>([
    ['EARLY_COLLECTION', 'finance'],
    ['CHANGE_AMOUNT_OR_TERM', 'finance'],
    ['FREEZE', 'finance'],
    ['MORE_SECURITY', 'sales'],
    ['NONE', null],
  ])('%s: %s', (kind, department) => expect(receiverOf(kind)).toBe(department));

  it.each<[MeasureKind, Partial<MeasureTarget>, string | null]>([
    ['FREEZE', { loanId: null }, null],
    ['MORE_SECURITY', { loanId: null }, null],
    ['EARLY_COLLECTION', {}, null],
    ['CHANGE_AMOUNT_OR_TERM', {}, null],
    ['FREEZE', NO_TARGET, 'MEASURE_TARGET_UNKNOWN'],
    ['MORE_SECURITY', { customerId: null }, 'MEASURE_TARGET_UNKNOWN'],
    ['EARLY_COLLECTION', { loanId: null }, 'MEASURE_TARGET_UNKNOWN'],
    ['CHANGE_AMOUNT_OR_TERM', { loanId: null }, 'MEASURE_TARGET_UNKNOWN'],
    ['NONE', {}, 'MEASURE_NEEDS_NO_HANDOVER'],
  ])('%s with %j: %s', (kind, change, code) => {
    expect(handoverProblem(kind, { ...target, ...change })?.code ?? null).toBe(code);
  });
});

describe('[7.4] from plan to effect', () => {
  test('handed over, applied, checked', () => {
    expect(given()).toMatchObject({ state: 'HANDED_OVER', handoffId: 'hof_1', target });
    expect(applied).toMatchObject({ state: 'APPLIED', outcome: 'frozen', endedAt: at });
    const check = { effect: 'PARTLY' as const, evidence: ' half was paid ', by: 'emp_3', at };
    expect(checkEffect(applied, check)).toMatchObject({ state: 'CHECKED', check: { effect: 'PARTLY', evidence: 'half was paid' } });
  });

  test('returned, and handed over again; or given up by its check', () => {
    const back = noteOutcome(given(), 'return', { text: 'the borrower has moved away', at });
    expect(back).toMatchObject({ state: 'RETURNED', outcome: 'the borrower has moved away' });
    expect(handOver(back, { handoffId: 'hof_2', target, at })).toMatchObject({ state: 'HANDED_OVER', handoffId: 'hof_2', outcome: null });
    expect(checkEffect(back, { effect: 'NOT', evidence: 'nobody found him', by: 'emp_3', at }).state).toBe('CHECKED');
  });

  test('a word that is said twice counts once, and one that comes late changes nothing', () => {
    expect(noteOutcome(applied, 'apply', { text: 'again', at })).toBe(applied);
    expect(noteOutcome(applied, 'return', { text: 'no', at })).toBe(applied);
    const planned = plan();
    expect(noteOutcome(planned, 'apply', { text: 'too early', at })).toBe(planned);
  });

  it.each<[string, () => unknown, string]>([
    [
      'checked while it is handed over',
      () => checkEffect(given(), { effect: 'EFFECTIVE', evidence: 'seen', by: 'e', at }),
      'ILLEGAL_TRANSITION',
    ],
    ['checked without evidence', () => checkEffect(applied, { effect: 'NOT', evidence: ' ', by: 'e', at }), 'TEXT_MISSING'],
    ['handed over twice', () => handOver(given(), { handoffId: 'hof_2', target, at }), 'ILLEGAL_TRANSITION'],
    ['without its reason', () => planMeasure({ ...plan(), reason: '' }), 'TEXT_MISSING'],
    ['lifted before it is applied', () => liftFreeze(given(), { by: 'emp_3', at, reason: 'all is well' }), 'FREEZE_NOT_LIFTABLE'],
    ['lifted by who decided on it', () => liftFreeze(applied, { by: 'emp_2', at, reason: 'all is well' }), 'FREEZE_OWN_LIFT'],
    ['lifted without a reason', () => liftFreeze(applied, { by: 'emp_3', at, reason: '' }), 'TEXT_MISSING'],
    [
      'lifted twice',
      () => liftFreeze(liftFreeze(applied, { by: 'emp_3', at, reason: 'all is well' }), { by: 'emp_3', at, reason: 'all is well' }),
      'FREEZE_NOT_LIFTABLE',
    ],
    [
      'lifted though it is no freeze',
      () => liftFreeze(noteOutcome(given('MORE_SECURITY'), 'apply', { text: 'a pledge', at }), { by: 'emp_3', at, reason: 'all is well' }),
      'FREEZE_NOT_LIFTABLE',
    ],
  ])('refused %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
});

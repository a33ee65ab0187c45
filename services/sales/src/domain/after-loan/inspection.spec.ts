import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { dueInspection, inspect, inspectionInterval, planInspections, resumeCare } from './inspection.js';
import type { Inspection, InspectionVerdict, LoanCare } from './inspection.js';

const on = parseLocalDate;
const plan = { disbursedOn: on('2026-11-23'), termMonths: 6, firstWithinDays: 15, intervalDays: 90 };

describe('[4.20, 4.21] the inspection plan', () => {
  test.each([
    ['half a year, low risk', plan, ['FIRST_USE 2026-12-08', 'PERIODIC 2027-02-21', 'PERIODIC 2027-05-22']],
    [
      'three months, high risk',
      { ...plan, termMonths: 3, intervalDays: 30 },
      ['FIRST_USE 2026-12-08', 'PERIODIC 2026-12-23', 'PERIODIC 2027-01-22', 'PERIODIC 2027-02-21'],
    ],
    ['one month', { ...plan, termMonths: 1 }, ['FIRST_USE 2026-12-08']],
    ['an interval as short as the first check', { ...plan, termMonths: 1, intervalDays: 15 }, ['FIRST_USE 2026-12-08']],
    ['a loan shorter than the first check', { ...plan, termMonths: 1, firstWithinDays: 60 }, ['FIRST_USE 2026-12-23']],
  ])('%s', (_title, input, expected) => {
    expect(planInspections(input).map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual(expected);
  });

  test.each([1, 3, 12, 36])('of %d months begins within 15 days, rises, and ends before the maturity', (termMonths) => {
    const dates = planInspections({ ...plan, termMonths }).map(({ dueOn }) => dueOn);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates[0] !== undefined && dates[0] <= '2026-12-08').toBe(true);
  });
});

test.each([
  ['LOW', 90, 1.5, 135],
  ['LOW', 90, 1, 90],
  ['MEDIUM', 90, 0.8, 72],
  ['HIGH', 30, 1.5, 30],
  ['HIGH', 30, 1, 30],
  ['HIGH', 30, 0.8, 24],
  ['LOW', 1, 0.1, 1],
] as const)('[4.20] rating %s, %d days, factor %d of the grade: every %d days', (rating, baseDays, factor, days) => {
  expect(inspectionInterval({ rating, baseDays, factor })).toBe(days);
});

const inspection = (id: string, dueOn: string): Inspection => ({ id, kind: 'PERIODIC', dueOn: on(dueOn), done: null });
const care: LoanCare = {
  loanId: 'lon_1',
  contractId: 'con_1',
  disbursedOn: on('2026-11-23'),
  maturesOn: on('2027-05-23'),
  inspections: [inspection('ins_2', '2027-02-21'), inspection('ins_1', '2026-12-08')],
};
const result = (verdict: InspectionVerdict) => ({
  verdict,
  fileId: 'fil_1',
  sha256: 'a'.repeat(64),
  finding: '已购设备',
  by: 'emp_1',
  on: on('2026-12-01'),
  at: new Date(0),
});
const followUp = { id: 'ins_9', dueOn: on('2026-12-31') };

test('the earliest open inspection is meant when none is named', () => {
  expect(dueInspection(care, null).id).toBe('ins_1');
  expect(dueInspection(care, 'ins_2').id).toBe('ins_2');
});

test('[4.21] an inspection is recorded once; what is unclear is looked at again', () => {
  const done = inspect(care, 'ins_1', result('AS_AGREED'), followUp);
  expect(done.inspections.map(({ id, done: made }) => [id, made?.verdict])).toEqual([
    ['ins_1', 'AS_AGREED'],
    ['ins_2', undefined],
  ]);
  expect(() => dueInspection(done, 'ins_1')).toThrow(expect.objectContaining({ code: 'INSPECTION_UNKNOWN' }));
  const unclear = inspect(care, 'ins_1', result('UNCLEAR'), followUp);
  expect(unclear.inspections.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['ins_1 PERIODIC', 'ins_9 FOLLOW_UP', 'ins_2 PERIODIC']);
});

test.each([
  ['no loan', null, null, 'NOT_DISBURSED'],
  ['an unknown inspection', care, 'ins_7', 'INSPECTION_UNKNOWN'],
  ['nothing due', { ...care, inspections: [] }, null, 'INSPECTION_UNKNOWN'],
])('%s is refused', (_title, of, id, code) => {
  expect(() => dueInspection(of, id)).toThrow(expect.objectContaining({ code }));
});

describe('[4.20] a loan that is owed again', () => {
  const planned = [
    { ...inspection('ins_a', '2026-12-08'), kind: 'FIRST_USE' as const },
    inspection('ins_b', '2027-01-21'),
    inspection('ins_c', '2027-02-21'),
    inspection('ins_d', '2027-04-21'),
  ];
  const ended = (...inspections: Inspection[]) => ({ ...care, inspections });
  const used = { ...inspection('ins_1', '2026-12-08'), kind: 'FIRST_USE' as const, done: result('AS_AGREED') };

  test.each<[string, Inspection[], string, string[]]>([
    ['whose use was checked: only what lies ahead', [used], '2027-02-01', ['ins_1', 'ins_c', 'ins_d']],
    ['whose use was never checked: that too, late as it is', [], '2027-02-01', ['ins_a', 'ins_c', 'ins_d']],
    ['on the day of an inspection: the next', [used], '2027-02-21', ['ins_1', 'ins_d']],
    ['at the end of its term: nothing but what was found', [used], '2027-05-01', ['ins_1']],
  ])('%s', (_title, done, today, ids) => {
    expect(resumeCare(ended(...done), planned, on(today)).inspections.map(({ id }) => id)).toEqual(ids);
  });
});

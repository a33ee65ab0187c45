import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { closeSheet, isReflected, openSheet } from './sheet.js';

const scheme = { id: 'sch_1', version: 1, fromQuarter: '2026-Q1', lines: [{ indicator: 'LOANS' as const, weight: 100, target: 2 }] };
const figures = {
  disbursedFen: 0,
  loans: 1,
  newCustomers: 0,
  satisfactionAverage: null,
  satisfactionSample: 0,
  violations: 0,
  severeViolations: 0,
  trainingHours: 0,
};
const facts = { id: 'apr_1', employeeId: 'emp_1', quarter: '2026-Q1', schemeId: 'sch_1', openedOn: parseLocalDate('2026-01-01') };
const close = (today: string) => closeSheet(openSheet(facts), { scheme, figures, today: parseLocalDate(today) });

describe('[5.5] natural quarters', () => {
  test.each(['2026-01-15', '2026-03-30', '2026-03-31'])('cannot close on %s', (today) => {
    expect(() => close(today)).toThrow('QUARTER_NOT_ENDED');
  });

  test('closes the day after with frozen figures', () => {
    expect(close('2026-04-01')).toMatchObject({ state: 'CLOSED', closedOn: '2026-04-01', figures, total: 50 });
  });

  test('a closed sheet never changes', () => {
    expect(() => closeSheet(close('2026-04-01'), { scheme, figures, today: parseLocalDate('2026-04-02') })).toThrow('ILLEGAL_TRANSITION');
  });

  test.each([
    ['2026-Q2', 'QUARTER_NOT_BEGUN'],
    ['2026-Q0', 'QUARTER_INVALID'],
  ])('cannot open %s in January', (quarter, code) => {
    expect(() => openSheet({ ...facts, quarter })).toThrow(code);
  });
});

describe('[5.4] a violation stands on a sheet', () => {
  const sheet = openSheet(facts);
  const fact = { kind: 'VIOLATION' as const, employeeId: 'emp_1', quarter: '2026-Q1' };

  test('of its person and quarter', () => {
    expect(isReflected(sheet, fact)).toBe(true);
  });

  test.each([
    ['of another person', sheet, { ...fact, employeeId: 'emp_2' }],
    ['of another quarter', sheet, { ...fact, quarter: '2025-Q4' }],
    ['that is closed', close('2026-04-01'), fact],
    ['when it is a loan', sheet, { ...fact, kind: 'LOAN_DISBURSED' as const }],
  ])('but not on one %s', (_title, of, given) => {
    expect(isReflected(of, given)).toBe(false);
  });
});

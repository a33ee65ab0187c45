import { expect, test } from '@jest/globals';
import { BALANCE_KINDS, DIMENSION_OF, DIMENSIONS, FACT_KINDS, figuresFrom, FLOW_KINDS, INDICATORS, KINDS_OF } from './indicator.js';
import type { AppraisalFact, Figures, Tally } from './indicator.js';

/** The figures of facts, counted here as the database counts them by kind. */
function figuresOf(facts: readonly Pick<AppraisalFact, 'kind' | 'value' | 'marked' | 'detail'>[]): Figures {
  const tallies = FACT_KINDS.map((kind): Tally => {
    const own = facts.filter((one) => one.kind === kind);
    const count = { count: own.length, total: own.reduce((sum, { value }) => sum + value, 0) };
    return {
      kind,
      ...count,
      marked: own.filter(({ marked }) => marked).length,
      serious: own.filter(({ detail }) => detail === 'SERIOUS').length,
    };
  });
  return figuresFrom(tallies);
}

test.each(INDICATORS)('[1.7] %s belongs to a dimension', (indicator) => {
  expect(DIMENSIONS).toContain(DIMENSION_OF[indicator]);
});

const fact = (kind: AppraisalFact['kind'], value: number, marked = false, detail: string | null = null): AppraisalFact => ({
  id: 'fct_1',
  version: 1,
  employeeId: 'emp_1',
  quarter: '2026-Q1',
  kind,
  aboutId: 'lon_1',
  value,
  marked,
  occurredOn: '2026-01-05',
  detail,
});

test('[5.1, 5.2, 5.3, 5.4] figures are counted from facts', () => {
  expect(
    figuresOf([
      fact('LOAN_DISBURSED', 700, true),
      fact('LOAN_DISBURSED', 300),
      fact('SATISFACTION', 5),
      fact('SATISFACTION', 2),
      fact('VIOLATION', 1, true, 'SEVERE'),
      fact('VIOLATION', 1, false, 'SERIOUS'),
      fact('VIOLATION', 1, false, 'MINOR'),
      fact('TRAINING', 4),
      fact('OUTSTANDING', 1_000),
      fact('OUTSTANDING', -400),
      fact('OVERDUE', 300),
      fact('NON_PERFORMING', 200),
      fact('FIRST_PAYMENT_DEFAULT', 1),
      ...[fact('DEADLINE_DUE', 1), fact('DEADLINE_DUE', 1), fact('DEADLINE_KEPT', 1)],
    ]),
  ).toEqual({
    disbursedFen: 1_000,
    loans: 2,
    newCustomers: 1,
    satisfactionAverage: 3.5,
    satisfactionSample: 2,
    satisfactionTotal: 7,
    violations: 3,
    severeViolations: 1,
    seriousViolations: 1,
    trainingHours: 4,
    ...{ outstandingFen: 600, overdueFen: 300, nplFen: 200 },
    ...{ firstPaymentDefaults: 1, deadlinesDue: 2, deadlinesKept: 1 },
  });
  expect(figuresOf([])).toMatchObject({ loans: 0, satisfactionAverage: null, outstandingFen: 0 });
});

test.each<[string, AppraisalFact[], object]>([
  [
    'a loan taken back',
    [fact('LOAN_DISBURSED', 700, true), fact('LOAN_REVERSED', 700, true)],
    { disbursedFen: 0, loans: 0, newCustomers: 0 },
  ],
  ['a loan taken back that was counted before', [fact('LOAN_REVERSED', 700, true)], { disbursedFen: -700, loans: -1, newCustomers: -1 }],
  ['a customer who was known', [fact('LOAN_DISBURSED', 700, true), fact('CUSTOMER_MERGED', 1)], { loans: 1, newCustomers: 0 }],
  [
    'a default that turns out to be none',
    [fact('FIRST_PAYMENT_DEFAULT', 1), fact('FIRST_PAYMENT_DEFAULT', -1)],
    { firstPaymentDefaults: 0 },
  ],
])('[5.1, 5.3] %s', (_title, facts, figures) => {
  expect(figuresOf(facts)).toMatchObject(figures);
});

test('every kind of fact is either a balance or of a quarter, and each indicator has facts behind it', () => {
  expect([...BALANCE_KINDS, ...FLOW_KINDS].sort()).toEqual([...FACT_KINDS].sort());
  for (const indicator of INDICATORS) for (const kind of KINDS_OF[indicator]) expect(FACT_KINDS).toContain(kind);
});

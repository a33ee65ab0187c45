import { expect, test } from '@jest/globals';
import { DIMENSION_OF, DIMENSIONS, figuresOf, INDICATORS } from './indicator.js';
import type { AppraisalFact } from './indicator.js';

test.each(INDICATORS)('[1.7] %s belongs to a dimension', (indicator) => {
  expect(DIMENSIONS).toContain(DIMENSION_OF[indicator]);
});

test('[5.1] figures are counted from facts', () => {
  const fact = (kind: AppraisalFact['kind'], value: number, marked = false): AppraisalFact => ({
    id: 'fct_1',
    version: 1,
    employeeId: 'emp_1',
    quarter: '2026-Q1',
    kind,
    aboutId: 'lon_1',
    value,
    marked,
    occurredOn: '2026-01-05',
  });
  expect(
    figuresOf([
      fact('LOAN_DISBURSED', 700, true),
      fact('LOAN_DISBURSED', 300),
      fact('SATISFACTION', 5),
      fact('SATISFACTION', 2),
      fact('VIOLATION', 1, true),
      fact('TRAINING', 4),
    ]),
  ).toEqual({
    disbursedFen: 1_000,
    loans: 2,
    newCustomers: 1,
    satisfactionAverage: 3.5,
    satisfactionSample: 2,
    violations: 1,
    severeViolations: 1,
    trainingHours: 4,
  });
  expect(figuresOf([])).toMatchObject({ loans: 0, satisfactionAverage: null });
});

import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { companyFigures, factOf, openComplaints } from './company-figures.js';
import type { KindTotal } from './company-figures.js';

const on = '2026-11-23' as LocalDate;
const at = '2026-11-23T02:00:00.000Z';

describe('what counts on the dashboard', () => {
  it.each([
    [
      'finance.loan-disbursed.v1',
      { disbursedOn: '2026-11-20', amountFen: 500 },
      { kind: 'LOAN', on: '2026-11-20', amountFen: 500, score: 0 },
    ],
    [
      'finance.disbursement-reversed.v1',
      { reversedOn: '2026-11-21', amountFen: 500 },
      { kind: 'LOAN_REVERSED', on: '2026-11-21', amountFen: 500 },
    ],
    ['sales.customer-registered.v1', { registeredOn: '2026-11-19' }, { kind: 'NEW_CUSTOMER', on: '2026-11-19' }],
    ['sales.application-submitted.v1', { round: 1 }, { kind: 'APPLICATION', on }],
    ['sales.satisfaction-recorded.v1', { recordedOn: '2026-11-18', score: 4 }, { kind: 'SATISFACTION', score: 4 }],
    ['sales.feedback-opened.v1', { kind: 'COMPLAINT', reopened: false, openedOn: '2026-11-16' }, { kind: 'COMPLAINT', on: '2026-11-16' }],
    ['sales.feedback-opened.v1', { kind: 'COMPLAINT', reopened: true, openedOn: '2026-11-16' }, { kind: 'COMPLAINT_REOPENED' }],
    ['sales.feedback-closed.v1', { kind: 'COMPLAINT', closedOn: '2026-11-16' }, { kind: 'COMPLAINT_CLOSED', on: '2026-11-16' }],
    ['risk.alert-raised.v1', { level: 'HIGH' }, { kind: 'HIGH_ALERT' }],
    ['risk.alert-raised.v1', { level: 'LOW' }, { kind: 'ALERT' }],
    ['sales.inspection-recorded.v1', { verdict: 'MISUSE', inspectedOn: '2026-11-17' }, { kind: 'MISUSE', on: '2026-11-17' }],
    ['sales.falsification-reported.v1', {}, { kind: 'FALSIFICATION' }],
    ['compliance.violation-confirmed.v1', { severity: 'SEVERE' }, { kind: 'SEVERE_VIOLATION' }],
    ['compliance.violation-confirmed.v1', { severity: 'MINOR' }, { kind: 'VIOLATION' }],
    ['coordination.handoff-escalated.v1', { level: 1 }, { kind: 'ESCALATION' }],
  ])('[1.1] %s %j', (type, facts, expected) => {
    expect(factOf(type, facts, { on, at })).toMatchObject({ ...expected, at });
  });

  it.each([
    ['sales.application-submitted.v1', { round: 2 }],
    ['sales.inspection-recorded.v1', { verdict: 'AS_AGREED' }],
    ['sales.feedback-opened.v1', { kind: 'PRAISE', reopened: false }],
    ['sales.feedback-closed.v1', { kind: 'QUESTION' }],
    ['coordination.handoff-escalated.v1', { level: 0 }],
    ['hr.employee-changed.v1', {}],
    ['handoff.disburse-loan.v1', { amountFen: 500 }],
    ['toString', {}],
  ])('[1.1] %s %j does not count', (type, facts) => {
    expect(factOf(type, facts, { on, at })).toBeNull();
  });
});

describe('the dashboard', () => {
  const total = (kind: KindTotal['kind'], change: Partial<KindTotal> = {}): KindTotal => ({
    kind,
    count: 1,
    amountFen: 0,
    score: 0,
    dissatisfied: 0,
    asOf: at,
    ...change,
  });

  it('[1.1] shows sales, satisfaction and compliance side by side', () => {
    const figures = companyFigures([
      total('LOAN', { count: 2, amountFen: 700 }),
      total('LOAN_REVERSED', { count: 1, amountFen: 300 }),
      total('NEW_CUSTOMER', { count: 3 }),
      total('SATISFACTION', { count: 4, score: 14, dissatisfied: 1 }),
      total('HIGH_ALERT'),
      total('ALERT', { count: 2 }),
      total('VIOLATION', { count: 5 }),
      total('SEVERE_VIOLATION'),
    ]);
    expect(figures).toMatchObject({
      sales: { disbursedFen: 400, loans: 1, newCustomers: 3, applications: 0 },
      satisfaction: { average: 3.5, count: 4, dissatisfied: 1 },
      compliance: { highAlerts: 1, alerts: 3, violations: 6, severeViolations: 1 },
    });
  });

  it('[1.1] an empty period has no average, not an average of zero', () => {
    expect(companyFigures([]).satisfaction).toEqual({
      ...{ asOf: null, average: null, count: 0, dissatisfied: 0, complaints: 0, openComplaints: 0 },
    });
  });

  it('[1.1] each column says as of when it is: its newest fact, whatever the other columns have', () => {
    const early = '2026-11-20T02:00:00.000Z';
    const figures = companyFigures([total('LOAN', { asOf: early }), total('APPLICATION'), total('MISUSE', { asOf: early })]);
    expect([figures.sales.asOf, figures.satisfaction.asOf, figures.compliance.asOf]).toEqual([at, null, early]);
  });

  it('[1.1, 3.12] a complaint stays open until it is closed, and is open again when it is opened again', () => {
    const ever = [total('COMPLAINT', { count: 5 }), total('COMPLAINT_REOPENED', { count: 2 }), total('COMPLAINT_CLOSED', { count: 4 })];
    expect(openComplaints(ever)).toBe(3);
    expect(companyFigures(ever.slice(0, 1), 3).satisfaction).toMatchObject({ asOf: at, complaints: 5, openComplaints: 3 });
  });
});

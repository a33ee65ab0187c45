import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { draftApplication } from './application.js';
import type { LoanApplication } from './application.js';
import { addFact, noFacts, setFact } from './facts.js';
import type { DecisionFact, DecisionOutcome, Facts } from './facts.js';
import { stageOf, timelineOf } from './stage.js';

const at = (minute: number) => new Date(minute * 60_000);
const ask = { productId: null, purpose: null, purposeNote: null, amountFen: null, termMonths: null, method: null };
const draft = draftApplication({
  id: 'app_1',
  customerId: 'cus_1',
  customerType: 'INDIVIDUAL',
  salespersonId: 'emp_1',
  enquiryId: null,
  proposalId: null,
  ask,
  createdAt: at(0),
});
const decided = (result: DecisionOutcome, id = 'dec_1', minute = 3): DecisionFact => ({
  decisionId: id,
  result,
  terms: null,
  validUntil: null,
  conditionIds: [],
  at: at(minute),
});
const report = { reportId: 'rep_1', reportVersion: 1, rating: 'LOW' as const, at: at(2) };
const paid = { loanId: 'lon_1', contractId: 'con_1', amountFen: 1, disbursedOn: parseLocalDate('2026-11-23'), at: at(9) };
const note = { contractId: 'con_1', reasons: ['x'], at: at(8) };
const withDecision = (result: DecisionOutcome) => addFact(noFacts, 'decisions', decided(result));
const lapsed = (facts: Facts) => addFact(facts, 'lapsed', { decisionId: 'dec_1', reason: 'late', at: at(6) });
const confirmed = (facts: Facts) => addFact(facts, 'confirmed', { decisionId: 'dec_1', reason: null, at: at(5) });

describe('the stage of an application', () => {
  test.each<[string, Partial<LoanApplication>]>([
    ['DRAFT', {}],
    ['SUBMITTED', { desk: 'submitted' }],
    ['UNDER_CHECK', { desk: 'under-check' }],
    ['RETURNED', { desk: 'returned' }],
    ['RESUBMITTED', { desk: 'resubmitted' }],
    ['INVESTIGATING', { desk: 'passed' }],
    ['IN_COMMITTEE', { desk: 'passed', facts: addFact(noFacts, 'reports', report) }],
    ['APPROVED', { desk: 'passed', facts: withDecision('APPROVED') }],
    ['APPROVED', { desk: 'passed', facts: addFact(withDecision('APPROVED'), 'reports', report) }],
    ['CONDITIONALLY_APPROVED', { desk: 'passed', facts: withDecision('CONDITIONAL') }],
    ['APPROVED', { desk: 'passed', facts: confirmed(withDecision('CONDITIONAL')) }],
    ['REJECTED', { desk: 'passed', facts: withDecision('REJECTED') }],
    ['APPROVED', { desk: 'passed', facts: addFact(withDecision('REJECTED'), 'decisions', decided('APPROVED', 'dec_2', 4)) }],
    ['LAPSED', { desk: 'passed', facts: lapsed(withDecision('APPROVED')) }],
    ['LAPSED', { desk: 'passed', contractId: 'con_1', facts: lapsed(withDecision('APPROVED')) }],
    ['CONTRACTING', { desk: 'passed', contractId: 'con_1', facts: withDecision('APPROVED') }],
    ['SIGNED', { desk: 'signed', contractId: 'con_1', facts: withDecision('APPROVED') }],
    ['SIGNED', { desk: 'signed', contractId: 'con_1', facts: lapsed(withDecision('APPROVED')) }],
    ['SIGNED', { desk: 'signed', facts: setFact(noFacts, 'cancellationRefused', note) }],
    ['DISBURSED', { desk: 'signed', facts: setFact(withDecision('APPROVED'), 'disbursed', paid) }],
    ['DISBURSED', { desk: 'signed', facts: setFact(setFact(noFacts, 'disbursed', paid), 'cancellationRefused', note) }],
    ['WITHDRAWN', { desk: 'signed', facts: setFact(withDecision('APPROVED'), 'cancelled', note) }],
    ['WITHDRAWN', { desk: 'withdrawn', facts: withDecision('APPROVED') }],
    ['WITHDRAWN', { desk: 'withdrawn', facts: withDecision('REJECTED') }],
  ])('%s: %j', (stage, change) => {
    expect(stageOf({ ...draft, ...change })).toBe(stage);
  });
});

describe('[2.11] the timeline', () => {
  const rounds = [
    {
      no: 1,
      submittedAt: at(1),
      submittedBy: 'emp_1',
      checkStartedAt: at(2),
      passedAt: null,
      returned: { by: 'sales' as const, employeeId: 'emp_1', reasons: ['x'], at: at(3), dueAt: at(9) },
    },
    { no: 2, submittedAt: at(4), submittedBy: 'emp_1', checkStartedAt: at(5), passedAt: at(6), returned: null },
  ];

  test('shows each stage with the time of who made it so', () => {
    const facts = setFact(
      addFact(addFact(noFacts, 'reports', { ...report, at: at(7) }), 'decisions', decided('APPROVED', 'dec_1', 8)),
      'disbursed',
      { ...paid, at: at(11) },
    );
    const application = { ...draft, rounds, facts, contractDraftedAt: at(9), signedAt: at(10) };
    expect(timelineOf(application).map(({ stage, at: time }) => `${time.getTime() / 60_000} ${stage}`)).toEqual([
      '0 DRAFT',
      '1 SUBMITTED',
      '2 UNDER_CHECK',
      '3 RETURNED',
      '4 RESUBMITTED',
      '5 UNDER_CHECK',
      '6 PASSED',
      '6 INVESTIGATING',
      '7 IN_COMMITTEE',
      '8 APPROVED',
      '9 CONTRACTING',
      '10 SIGNED',
      '11 DISBURSED',
    ]);
  });

  test('ends with the withdrawal or the cancellation', () => {
    const withdrawn = timelineOf({ ...draft, withdrawal: { reason: 'x', at: at(5), by: 'emp_1' } });
    const cancelled = timelineOf({ ...draft, signedAt: at(4), facts: setFact(confirmed(lapsed(noFacts)), 'cancelled', note) });
    expect(withdrawn.at(-1)).toEqual({ stage: 'WITHDRAWN', at: at(5) });
    expect(cancelled.map(({ stage }) => stage)).toEqual(['DRAFT', 'SIGNED', 'APPROVED', 'LAPSED', 'WITHDRAWN']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { draftApplication } from './application.js';
import type { LoanApplication } from './application.js';
import type { DeskState } from './desk.machine.js';
import { addFact, noFacts, setFact } from './facts.js';
import { isWithdrawn, requireLive, withdraw } from './withdrawal.js';

const at = (minute: number) => new Date(minute * 60_000);
const word = { reason: '不需要了', at: at(5), by: 'emp_1' };
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
const inState = (desk: DeskState, change: Partial<LoanApplication> = {}): LoanApplication => ({ ...draft, desk, ...change });
const note = (minute: number) => ({ contractId: 'con_1', reasons: ['x'], at: at(minute) });
const paid = setFact(noFacts, 'disbursed', {
  loanId: 'lon_1',
  contractId: 'con_1',
  amountFen: 1,
  disbursedOn: parseLocalDate('2026-11-23'),
  at: at(1),
});

describe('[7.12] a withdrawal', () => {
  test.each<DeskState>(['draft', 'submitted', 'under-check', 'returned', 'resubmitted', 'passed'])(
    'in %s takes the application back',
    (desk) => {
      const { application, effect } = withdraw(inState(desk), word);
      expect([application.desk, effect, application.withdrawal]).toEqual(['withdrawn', 'WITHDRAWN', word]);
      expect(isWithdrawn(application)).toBe(true);
    },
  );

  test('after signing is a request that changes nothing else', () => {
    const { application, effect } = withdraw(inState('signed'), word);
    expect([application.desk, effect, application.withdrawal, application.cancellation]).toEqual([
      'signed',
      'CANCELLATION_REQUESTED',
      null,
      word,
    ]);
    expect(isWithdrawn(application)).toBe(false);
  });

  test.each<[string, LoanApplication, string]>([
    ['of money that is out', inState('signed', { facts: paid }), 'LOAN_PAID_OUT'],
    ['of money that is out although we heard nothing else', inState('passed', { facts: paid }), 'LOAN_PAID_OUT'],
    ['a second time', inState('withdrawn'), 'APPLICATION_WITHDRAWN'],
    ['after finance cancelled', inState('signed', { facts: setFact(noFacts, 'cancelled', note(1)) }), 'APPLICATION_WITHDRAWN'],
    ['while finance thinks', inState('signed', { cancellation: word }), 'CANCELLATION_PENDING'],
    [
      'again after a refusal',
      inState('signed', { cancellation: word, facts: setFact(noFacts, 'cancellationRefused', note(6)) }),
      'CANCELLATION_PENDING',
    ],
  ])('%s is refused', (_title, application, code) => {
    expect(() => withdraw(application, word)).toThrow(expect.objectContaining({ code }));
  });

  test('may be asked again when the payment came back after the refusal', () => {
    const facts = addFact(setFact(noFacts, 'cancellationRefused', note(6)), 'paymentReturned', note(7));
    expect(withdraw(inState('signed', { cancellation: word, facts }), { ...word, at: at(9) }).effect).toBe('CANCELLATION_REQUESTED');
  });
});

test('nothing is done for an application that was taken back', () => {
  expect(() => requireLive(inState('withdrawn'))).toThrow(expect.objectContaining({ code: 'APPLICATION_WITHDRAWN' }));
  expect(() => requireLive(inState('signed', { facts: setFact(noFacts, 'cancelled', note(1)) }))).toThrow();
  expect(() => requireLive(inState('passed'))).not.toThrow();
});

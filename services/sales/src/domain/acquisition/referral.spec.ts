import { expect, test } from '@jest/globals';
import type { LoanApplication } from '../application/application.js';
import { noFacts } from '../application/facts.js';
import type { Facts } from '../application/facts.js';
import { codeOf, RECEIVED } from './lead.builder.js';
import { firstLoan, isSameIdentity, owedEvent, step } from './referral.js';
import type { ReferralCredit } from './referral.js';
import type { ReferralState } from './referral.machine.js';

const person = { id: 'cus_1', residentId: '1', creditCode: null };

test.each<[{ id?: string; residentId?: string; creditCode?: string | null }, boolean]>([
  [{}, true],
  [{ id: 'cus_2' }, true],
  [{ id: 'cus_2', residentId: '1', creditCode: '91' }, true],
  [{ id: 'cus_2', residentId: '2' }, false],
  [{ id: 'cus_2', residentId: '2', creditCode: '91' }, false],
])('[3.3] %j is the same person: %s', (other, same) => {
  expect(isSameIdentity(person, { ...person, ...other })).toBe(same);
});

test('[3.3] two files of one business are one', () => {
  const shop = { id: 'cus_3', residentId: '3', creditCode: '91' };
  expect(isSameIdentity(shop, { id: 'cus_4', residentId: '4', creditCode: '91' })).toBe(true);
});

const paid = (loanId: string, day: number, isReversed = false): Pick<LoanApplication, 'facts'> => {
  const at = new Date(Date.UTC(2026, 10, day));
  const disbursed = { loanId, contractId: 'con', amountFen: 1, at, disbursedOn: '2026-11-01' } as unknown as Facts['disbursed'];
  const reversed = { loanId, contractId: 'con', cause: 'PAID_IN_ERROR', at, reversedOn: '2026-11-02' } as unknown as Facts['reversed'];
  return { facts: { ...noFacts, disbursed, reversed: isReversed ? reversed : null } };
};

test.each<[Pick<LoanApplication, 'facts'>[], string | null]>([
  [[], null],
  [[{ facts: noFacts }], null],
  [[paid('lon_2', 9), paid('lon_1', 3)], 'lon_1'],
  [[paid('lon_1', 3, true)], null],
  [[paid('lon_1', 3, true), paid('lon_2', 9)], 'lon_2'],
])('[3.3] the first loan that stands of case %#: %s', (applications, loanId) => {
  expect(firstLoan(applications)?.loanId ?? null).toBe(loanId);
});

test.each<[ReferralState | null, boolean, string | null]>([
  [null, false, null],
  [null, true, 'earn'],
  ['earned', true, null],
  ['redeemed', true, null],
  ['earned', false, 'take-back'],
  ['redeemed', false, 'take-back'],
  ['taken-back', false, null],
  ['owed-back', false, null],
  ['taken-back', true, 'earn'],
  ['owed-back', true, 'earn'],
])('[3.3] a credit that is %s, with a loan that stands: %s, has to %s', (state, standing, event) => {
  expect(owedEvent(state, standing)).toBe(event);
});

test('[3.3] a step is kept; what was taken back is not redeemed', () => {
  const credit = { state: 'earned', steps: [] } as unknown as ReferralCredit;
  const taken = { event: 'take-back', loanId: null, by: null, note: null, at: RECEIVED } as const;
  const back = step(credit, taken);
  expect([back.state, back.steps]).toEqual(['taken-back', [taken]]);
  expect(codeOf(() => step(back, { ...taken, event: 'redeem' }))).toBe('ILLEGAL_TRANSITION');
});

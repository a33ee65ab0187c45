import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { addFact, noFacts, setFact } from '../application/facts.js';
import { mayOrderAgain } from './payment-return.js';

const note = (minute: number) => ({ contractId: 'con_1', reasons: ['x'], at: new Date(minute) });
const once = addFact(noFacts, 'paymentReturned', note(1));
const paid = { loanId: 'lon_1', contractId: 'con_1', amountFen: 1, disbursedOn: parseLocalDate('2026-11-23'), at: new Date(9) };

test.each([
  ['after the only order came back', once, 1, true],
  ['after both orders came back', addFact(once, 'paymentReturned', note(2)), 2, true],
  ['while the first order is with finance', noFacts, 1, false],
  ['while the second order is with finance', once, 2, false],
  ['after the money went out', setFact(once, 'disbursed', paid), 1, false],
  ['after finance cancelled', setFact(once, 'cancelled', note(3)), 1, false],
])('[4.19] the payout may be ordered again %s: %#', (_title, facts, orders, allowed) => {
  expect(mayOrderAgain(facts, orders)).toBe(allowed);
});

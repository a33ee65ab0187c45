import { expect, test } from '@jest/globals';
import { amendAsk, draftApplication, withParticipants } from './application.js';

const ask = { productId: 'prd_1', purpose: 'TRAVEL', purposeNote: null, amountFen: 100, termMonths: 12, method: 'BULLET' };
const draft = draftApplication({
  id: 'app_1',
  customerId: 'cus_1',
  customerType: 'INDIVIDUAL',
  salespersonId: 'emp_1',
  enquiryId: null,
  proposalId: null,
  ask,
  createdAt: new Date(0),
});

test('[4.4] an application begins as a draft of its salesperson', () => {
  expect(draft).toMatchObject({ desk: 'draft', rounds: [], participants: [{ role: 'SALESPERSON', employeeId: 'emp_1' }] });
});

test('[4.4] an amendment changes what it gives and clears what it sets to null', () => {
  expect(amendAsk(ask, { amountFen: 200, method: undefined, purpose: null })).toEqual({ ...ask, amountFen: 200, purpose: null });
});

test('[7.3] people who took part are known once per role, in an order that does not depend on who came first', () => {
  const investigators = [
    { role: 'INVESTIGATOR' as const, employeeId: 'emp_3' },
    { role: 'INVESTIGATOR' as const, employeeId: 'emp_2' },
  ];
  const voter = [{ role: 'VOTER' as const, employeeId: 'emp_4' }];
  const one = withParticipants(withParticipants(draft, investigators), [...voter, ...investigators]);
  const other = withParticipants(withParticipants(draft, voter), [...investigators].reverse());
  expect(one.participants).toEqual(other.participants);
  expect(one.participants).toHaveLength(4);
});

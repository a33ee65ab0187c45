import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { eventEffect } from './event-effect.js';
import type { CustomerStep } from './event-effect.js';

const on = parseLocalDate;
const of = { heldOn: on('2026-03-01'), withinDays: 90, today: on('2026-05-31') };
const invitations = [
  { customerId: 'cus_1', attended: true },
  { customerId: 'cus_2', attended: true },
  { customerId: 'cus_3', attended: false },
  { customerId: 'cus_4', attended: null },
];
const step = (customerId: string, kind: CustomerStep['kind'], day: string): CustomerStep => ({
  ...{ customerId, kind, on: on(day), amountFen: kind === 'LOAN' ? 500 : 0 },
});

test('[3.13] who came beside who did not, with the size of both groups', () => {
  const steps = [
    step('cus_1', 'ENQUIRY', '2026-03-02'),
    step('cus_1', 'APPLICATION', '2026-03-05'),
    step('cus_1', 'LOAN', '2026-03-20'),
    step('cus_1', 'LOAN', '2026-05-20'),
    step('cus_3', 'ENQUIRY', '2026-05-30'),
  ];
  expect(eventEffect(invitations, steps, of)).toEqual({
    ...{ from: '2026-03-02', to: '2026-05-30', complete: true },
    attended: { customers: 2, enquiries: 1, applications: 1, loans: 2, loanAmountFen: 1_000, shareWithLoan: 0.5 },
    absent: { customers: 2, enquiries: 1, applications: 0, loans: 0, loanAmountFen: 0, shareWithLoan: 0 },
  });
});

test.each(['2026-02-28', '2026-03-01', '2026-05-31', '2027-01-01'])('[3.13] what was done on %s does not count', (day) => {
  expect(eventEffect(invitations, [step('cus_1', 'LOAN', day)], of).attended).toMatchObject({ loans: 0, loanAmountFen: 0 });
});

test('[3.13] nobody came: no share of zero; a stranger counts nowhere; the time may still run', () => {
  const effect = eventEffect([], [step('cus_9', 'LOAN', '2026-03-02')], { ...of, today: on('2026-05-30') });
  expect(effect).toMatchObject({ complete: false, attended: { customers: 0, loans: 0, shareWithLoan: null } });
});

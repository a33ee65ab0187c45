import { expect, test } from '@jest/globals';
import { isOverdue, requireNeeds, respond } from './enquiry.js';
import type { Enquiry } from './enquiry.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));
const needs = { purpose: 'EQUIPMENT', amountFen: 1_000_000, termMonths: 12, method: 'BULLET' };
const enquiry: Enquiry = {
  ...{ id: 'enq_1', version: 1, leadId: 'led_1', customerId: null, salespersonId: 'emp_1', receivedAt: at(0), firstResponseDueAt: at(30) },
  ...{ firstRespondedAt: null, presented: [], needs: { purpose: null, amountFen: null, termMonths: null, method: null }, note: null },
};

test.each([
  [at(30), null, false],
  [at(31), null, true],
  [at(31), at(10), false],
  [at(31), at(31), false],
])('[1.6] at %s, answered %s: overdue %s', (now, firstRespondedAt, overdue) => {
  expect(isOverdue({ ...enquiry, firstRespondedAt }, now)).toBe(overdue);
});

test('[4.1, 4.2] answers add up: the first one stops the clock, a product is listed once, needs are kept', () => {
  const shown = { productId: 'prd_1', productVersion: 1, at: at(5) };
  const first = respond(enquiry, { presented: [shown], needs: { purpose: 'EQUIPMENT' }, note: null }, at(5));
  const second = respond(first, { presented: [{ ...shown, at: at(9) }], needs: { ...needs, purpose: null }, note: '再联系' }, at(9));
  expect(second).toMatchObject({ firstRespondedAt: at(5), presented: [shown], needs, note: '再联系' });
});

test.each([
  [{ purpose: null }, ['purpose']],
  [{ purpose: '' }, ['purpose']],
  [{ amountFen: null }, ['amount']],
  [{ amountFen: 0 }, ['amount']],
  [{ termMonths: null }, ['termMonths']],
  [{ method: null }, ['method']],
  [{ purpose: null, amountFen: null, termMonths: null, method: null }, ['purpose', 'amount', 'termMonths', 'method']],
])('[4.2] without %j no proposal is made', (change, missing) => {
  expect(() => requireNeeds({ ...needs, ...change })).toThrow(
    expect.objectContaining({ code: 'ENQUIRY_NEEDS_MISSING', data: { missing } }),
  );
});

test('[4.2] with the four needs a proposal can be made', () => {
  expect(requireNeeds(needs)).toEqual(needs);
});

import { describe, expect, test } from '@jest/globals';
import {
  closeEnquiry,
  enquiryDebt,
  enquiryState,
  isOverdue,
  openEnquiry,
  proposalDueAt,
  proposed,
  requireNeeds,
  respond,
  responseDueAt,
} from './enquiry.js';
import type { Enquiry } from './enquiry.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));
const needs = { purpose: 'EQUIPMENT', amountFen: 1_000_000, termMonths: 12, method: 'BULLET' };
const enquiry: Enquiry = openEnquiry({
  ...{ id: 'enq_1', leadId: 'led_1', customerId: null, salespersonId: 'emp_1', receivedAt: at(0), firstResponseDueAt: at(30), note: null },
});
const closing = { outcome: 'NOT_INTERESTED', reason: '暂时不需要', by: 'emp_1', at: at(9) } as const;

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

describe('[1.6] what is owed on an enquiry', () => {
  const answered = { ...respond(enquiry, { presented: [], needs, note: null }, at(5)), firstProposalDueAt: at(60) };

  test.each<[string, Enquiry, string, Date | null, Date | null]>([
    ['received', enquiry, 'WAITING', at(30), null],
    [
      'answered, needs not all known',
      respond(enquiry, { presented: [], needs: { purpose: 'TRAVEL' }, note: null }, at(5)),
      'ANSWERED',
      null,
      null,
    ],
    ['answered, needs known', answered, 'ANSWERED', null, at(60)],
    ['proposed', proposed(answered, at(8)), 'ANSWERED', null, null],
    ['closed unanswered', closeEnquiry(enquiry, closing), 'CLOSED', null, null],
    ['closed without a proposal', closeEnquiry(answered, closing), 'CLOSED', null, null],
  ])('%s', (_title, one, state, response, proposal) => {
    expect([enquiryState(one), responseDueAt(one), proposalDueAt(one)]).toEqual([state, response, proposal]);
    expect(enquiryDebt(one)).toBe(response ? 'ANSWER' : proposal ? 'PROPOSAL' : null);
  });

  test('the needs are known once, and the first proposal counts', () => {
    const later = respond(answered, { presented: [], needs: { amountFen: 5 }, note: null }, at(20));
    expect(later).toMatchObject({ needsKnownAt: at(5), needs: { amountFen: 5 } });
    expect(proposed(proposed(later, at(21)), at(22)).firstProposedAt).toEqual(at(21));
  });

  test('what is closed is late no more', () => {
    expect(isOverdue(closeEnquiry(enquiry, closing), at(59))).toBe(false);
  });
});

describe('[4.1] an enquiry ends with what became of it', () => {
  test.each<[Enquiry, object, string]>([
    [enquiry, { reason: null }, 'REASON_REQUIRED'],
    [enquiry, { reason: ' 不 ' }, 'REASON_REQUIRED'],
    [closeEnquiry(enquiry, closing), {}, 'ENQUIRY_CLOSED'],
  ])('refused %#', (one, change, code) => {
    expect(() => closeEnquiry(one, { ...closing, ...change })).toThrow(expect.objectContaining({ code }));
  });

  test('an application needs no reason', () => {
    expect(closeEnquiry(enquiry, { ...closing, outcome: 'APPLIED', reason: null }).closed).toMatchObject({
      outcome: 'APPLIED',
      reason: null,
    });
  });

  test('what is closed is answered no more', () => {
    const closed = closeEnquiry(enquiry, closing);
    expect(() => respond(closed, { presented: [], needs, note: null }, at(10))).toThrow(
      expect.objectContaining({ code: 'ENQUIRY_CLOSED' }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { DomainErrors, parseLocalDate } from '@weilend/kernel';
import { cancelCustomerEvent, eventDueOn, holdCustomerEvent, planCustomerEvent, replyToEvent, requireInvitable } from './customer-event.js';
import type { EventInvitation, NewCustomerEvent } from './customer-event.js';

const on = parseLocalDate;
const at = new Date('2026-11-23T02:00:00Z');
const today = on('2026-11-23');
const start: NewCustomerEvent = {
  ...{ id: 'cev_1', kind: 'FINANCIAL_TALK', name: '反诈知识讲座', venue: '社区活动中心', heldOn: on('2026-11-30'), budgetFen: 500_000 },
  ...{ hostId: 'emp_1', plannedBy: 'emp_9', plannedAt: at },
};
const event = planCustomerEvent(start, today);
const invitation = (customerId: string): EventInvitation => ({
  ...{
    id: `cei_${customerId}`,
    version: 1,
    eventId: 'cev_1',
    customerId,
    salespersonId: 'emp_1',
    invitedOn: today,
    reply: 'NONE',
    attended: null,
  },
});
const said = { costFen: 400_000, summary: '现场反响良好', by: 'emp_1', at };
const of = { today: on('2026-11-30'), invitations: [invitation('cus_1'), invitation('cus_2')], attendeeIds: ['cus_2'] };
const held = holdCustomerEvent(event, said, of);
const consent = (kind: string, validUntil = '2099-12-31') =>
  ({
    ...{ id: 'cns_1', kind, purpose: 'x', textVersion: '1', fileId: 'f', evidenceHash: 'h' },
    givenOn: on('2020-01-01'),
    validUntil: on(validUntil),
  }) as never;

test('[3.13] an event is held: who came, what it cost', () => {
  expect(held.event).toMatchObject({ state: 'held', end: { costFen: 400_000, summary: '现场反响良好' } });
  expect(held.invitations.map(({ customerId, attended }) => [customerId, attended])).toEqual([
    ['cus_1', false],
    ['cus_2', true],
  ]);
  expect([eventDueOn(event), eventDueOn(held.event)]).toEqual(['2026-11-30', null]);
  expect(cancelCustomerEvent(event, { reason: '场地不可用', by: 'emp_1', at })).toMatchObject({ state: 'cancelled' });
  expect(replyToEvent(event, invitation('cus_1'), 'ACCEPTED').reply).toBe('ACCEPTED');
});

describe('[3.13] only who consented to marketing is invited', () => {
  test.each([
    ['consented', [consent('MARKETING')], []],
    ['never did', [consent('PERSONAL_DATA')], ['MARKETING_CONSENT_MISSING']],
    ['did, and it ran out', [consent('MARKETING', '2026-11-22')], ['MARKETING_CONSENT_MISSING']],
  ])('a customer who %s', (_title, consents, codes) => {
    const act = (): void => requireInvitable(event, [{ id: 'cus_1', consents }], today);
    if (codes.length === 0) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: codes[0], field: 'customerIds', data: { customerId: 'cus_1' } }));
  });

  test('everybody who did not is named in one answer', () => {
    const two = ['cus_1', 'cus_2'].map((id) => ({ id, consents: [] }));
    expect(() => requireInvitable(event, two, today)).toThrow(DomainErrors);
  });
});

test.each<[string, () => unknown, string]>([
  ['a plan without a place', () => planCustomerEvent({ ...start, venue: ' ' }, today), 'CUSTOMER_EVENT_INVALID'],
  ['a plan for yesterday', () => planCustomerEvent({ ...start, heldOn: on('2026-11-22') }, today), 'CUSTOMER_EVENT_INVALID'],
  ['a negative budget', () => planCustomerEvent({ ...start, budgetFen: -1 }, today), 'CUSTOMER_EVENT_INVALID'],
  ['holding before its day', () => holdCustomerEvent(event, said, { ...of, today }), 'EVENT_TO_COME'],
  ['a guest who was not invited', () => holdCustomerEvent(event, said, { ...of, attendeeIds: ['cus_3'] }), 'ATTENDEE_NOT_INVITED'],
  ['a negative cost', () => holdCustomerEvent(event, { ...said, costFen: -1 }, of), 'CUSTOMER_EVENT_INVALID'],
  ['holding without a word', () => holdCustomerEvent(event, { ...said, summary: '' }, of), 'REASON_REQUIRED'],
  ['holding twice', () => holdCustomerEvent(held.event, said, of), 'ILLEGAL_TRANSITION'],
  ['cancelling what was held', () => cancelCustomerEvent(held.event, { reason: '场地不可用', by: 'emp_1', at }), 'ILLEGAL_TRANSITION'],
  ['inviting afterwards', () => requireInvitable(held.event, [], today), 'EVENT_OVER'],
  ['a reply afterwards', () => replyToEvent(held.event, invitation('cus_1'), 'ACCEPTED'), 'EVENT_OVER'],
])('[3.13] is refused: %s', (_title, act, code) => {
  expect(act).toThrow(expect.objectContaining({ code }));
});

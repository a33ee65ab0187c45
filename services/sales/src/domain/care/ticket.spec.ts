import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { acknowledge, close, handTicketOver, nameSubject, openTicket, reopen, reply, subjectOf, ticketDueAt } from './ticket.js';
import type { NewTicket, TicketClosing } from './ticket.js';

const at = (hour: number) => new Date(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`);
const start: NewTicket = {
  ...{
    id: 'fbk_1',
    customerId: 'cus_1',
    salespersonId: 'emp_1',
    applicationId: null,
    kind: 'COMPLAINT',
    channel: 'PHONE',
    severity: 'HIGH',
  },
  ...{ aboutEmployeeId: 'emp_bad', ownerId: 'emp_m', text: '利息说明不清楚', openedBy: 'emp_1', openedAt: at(1) },
  ...{ openedOn: parseLocalDate('2026-11-23'), acknowledgeDueAt: at(3), answerDueAt: at(5) },
};
const open = openTicket(start);
const said = { text: '已重新说明利息', way: 'PHONE' as const, by: 'emp_m', at: at(4) };
const answered = reply(acknowledge(open, { employeeId: 'emp_m', at: at(2) }), said, at(9));
const closing: TicketClosing = {
  ...{ id: 'fbc_1', satisfaction: 4, noMarkBecause: null, rootCause: '说明材料过时', improvement: '更新说明材料', by: 'emp_m', at: at(6) },
};
/** Whose customer it is by now. */
const SERVED = 'emp_2';
const closed = close(answered, closing, SERVED);
const again = { today: parseLocalDate('2026-12-01'), closedOn: parseLocalDate('2026-11-23'), withinDays: 30, answerDueAt: at(12) };
const refused = (code: string, field: string | null = null) => expect.objectContaining({ code, field });

test('[3.12] each step has its moment, from the opening to the closing and again', () => {
  const acknowledged = acknowledge(open, { employeeId: 'emp_m', at: at(2) });
  const reopened = reopen(closed, { reason: '仍未解决', by: 'emp_1', at: at(7) }, again);
  expect([open, acknowledged, answered, closed, reopened].map(ticketDueAt)).toEqual([at(3), at(5), at(9), null, at(12)]);
  expect(reopened).toMatchObject({ state: 'acknowledged', closings: [{ satisfaction: 4 }], reopened: [{ reason: '仍未解决' }] });
});

test('[3.12] a reply at once acknowledges as well', () => {
  expect(reply(open, said, at(9))).toMatchObject({ state: 'answered', acknowledgedAt: at(4), replies: [{ way: 'PHONE' }] });
});

describe('[3.12, 1.5] who is complained about', () => {
  const involved = 'emp_bad';
  test.each([
    ['gets it', () => openTicket({ ...start, ownerId: involved }), 'ownerId'],
    ['acknowledges it', () => acknowledge(open, { employeeId: involved, at: at(2) }), null],
    ['answers it', () => reply(open, { ...said, by: involved }, at(9)), null],
    ['closes it', () => close(answered, { ...closing, by: involved }, SERVED), null],
    ['gives it away', () => handTicketOver(open, { to: 'emp_3', reason: '太忙了吧', by: involved, at: at(2) }, SERVED), null],
    ['is given it', () => handTicketOver(open, { to: involved, reason: '由其处理', by: 'emp_9', at: at(2) }, SERVED), 'ownerId'],
  ])('never %s', (_title, act, field) => {
    expect(act).toThrow(refused('TICKET_ABOUT_OWNER', field));
  });
});

describe('[3.12] is refused', () => {
  test.each<[string, () => unknown, string, string | null]>([
    ['a question about somebody', () => openTicket({ ...start, kind: 'QUESTION' }), 'ABOUT_NEEDS_COMPLAINT', 'aboutEmployeeId'],
    ['feedback without words', () => openTicket({ ...start, text: ' ' }), 'REASON_REQUIRED', 'text'],
    ['a number of a person', () => openTicket({ ...start, text: '回电 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT', 'text'],
    ['closing without a reply', () => close(open, closing, SERVED), 'ILLEGAL_TRANSITION', null],
    ['closing twice', () => close(closed, closing, SERVED), 'ILLEGAL_TRANSITION', null],
    ['no mark and no reason', () => close(answered, { ...closing, satisfaction: null }, SERVED), 'REASON_REQUIRED', 'noMarkBecause'],
    ['six for a mark', () => close(answered, { ...closing, satisfaction: 6 }, SERVED), 'INPUT_INVALID', 'satisfaction'],
    ['a complaint without its cause', () => close(answered, { ...closing, rootCause: null }, SERVED), 'REASON_REQUIRED', 'rootCause'],
    ['a complaint without a measure', () => close(answered, { ...closing, improvement: ' ' }, SERVED), 'REASON_REQUIRED', 'improvement'],
    ['a reply after the end', () => reply(closed, said, at(9)), 'ILLEGAL_TRANSITION', null],
    [
      'handing over what is closed',
      () => handTicketOver(closed, { to: 'emp_3', reason: '由其处理', by: 'emp_9', at: at(9) }, SERVED),
      'TICKET_CLOSED',
      null,
    ],
    ['opening again what is open', () => reopen(open, { reason: '仍未解决', by: 'emp_1', at: at(7) }, again), 'ILLEGAL_TRANSITION', null],
    [
      'opening again too late',
      () => reopen(closed, { reason: '仍未解决', by: 'emp_1', at: at(7) }, { ...again, today: parseLocalDate('2026-12-24') }),
      ...(['REOPEN_TOO_LATE', null] as const),
    ],
  ])('%s', (_title, act, code, field) => {
    expect(act).toThrow(refused(code, field));
  });
});

test('[3.12] praise is closed without a cause; a customer who says nothing gives no mark', () => {
  const praise = reply(openTicket({ ...start, kind: 'PRAISE', aboutEmployeeId: null }), said, at(9));
  const quiet = { ...closing, satisfaction: null, noMarkBecause: '多次联系未接听', rootCause: null, improvement: null };
  expect(close(praise, quiet, SERVED).closings).toEqual([quiet]);
});

test('[3.12] a manager takes over and it is seen from whom', () => {
  const taken = handTicketOver(answered, { to: 'emp_9', reason: '逾期未回复', by: 'emp_9', at: at(10) }, SERVED);
  expect(taken).toMatchObject({ ownerId: 'emp_9', state: 'answered', handovers: [{ from: 'emp_m', to: 'emp_9' }] });
});

describe('[3.12, 1.5] the salesperson of the customer who complains', () => {
  const unnamed = { ...start, aboutEmployeeId: null };
  const of = reply(openTicket(unnamed), said, at(9));
  const given = { reason: '由其处理', by: 'emp_9', at: at(2) };
  test.each<[string, () => unknown, string | null]>([
    ['gets it', () => openTicket({ ...unnamed, ownerId: 'emp_1' }), 'ownerId'],
    ['is given it', () => handTicketOver(of, { ...given, to: 'emp_1' }, SERVED), 'ownerId'],
    ['is given it as who has the customer now', () => handTicketOver(of, { ...given, to: SERVED }, SERVED), 'ownerId'],
    ['closes it', () => close(of, { ...closing, by: 'emp_1' }, SERVED), null],
    ['closes it as who has the customer now', () => close(of, { ...closing, by: SERVED }, SERVED), null],
  ])('never %s, although it names nobody', (_title, act, field) => {
    expect(act).toThrow(refused('COMPLAINT_OF_OWN_CUSTOMER', field));
  });

  test.each(['QUESTION', 'OPINION', 'PRAISE'] as const)('handles and closes his %s', (kind) => {
    const one = reply(openTicket({ ...unnamed, kind, ownerId: 'emp_1' }), { ...said, by: 'emp_1' }, at(9));
    expect(close(one, { ...closing, by: 'emp_1' }, 'emp_1').state).toBe('closed');
  });
});

describe('[3.12] whom it is about', () => {
  test.each<[string, Parameters<typeof subjectOf>, string | null]>([
    ['a complaint about somebody', ['COMPLAINT', { aboutEmployeeId: 'emp_bad', aboutNobody: false }], 'emp_bad'],
    ['a complaint about nobody in particular', ['COMPLAINT', { aboutEmployeeId: null, aboutNobody: true }], null],
    ['praise', ['PRAISE', { aboutEmployeeId: null, aboutNobody: false }], null],
    ['a question about nobody', ['QUESTION', { aboutEmployeeId: null, aboutNobody: true }], null],
  ])('%s', (_title, said, about) => {
    expect(subjectOf(...said)).toBe(about);
  });

  test.each<[string, Parameters<typeof subjectOf>, string]>([
    ['a complaint that says nothing', ['COMPLAINT', { aboutEmployeeId: null, aboutNobody: false }], 'COMPLAINT_ABOUT_UNSAID'],
    ['a complaint that says both', ['COMPLAINT', { aboutEmployeeId: 'emp_bad', aboutNobody: true }], 'COMPLAINT_ABOUT_UNSAID'],
    ['an opinion about somebody', ['OPINION', { aboutEmployeeId: 'emp_bad', aboutNobody: false }], 'ABOUT_NEEDS_COMPLAINT'],
    ['praise about somebody', ['PRAISE', { aboutEmployeeId: 'emp_bad', aboutNobody: false }], 'ABOUT_NEEDS_COMPLAINT'],
  ])('%s is refused', (_title, said, code) => {
    expect(() => subjectOf(...said)).toThrow(refused(code, 'aboutEmployeeId'));
  });

  const naming = { aboutEmployeeId: 'emp_other', reason: '经核实确认', by: 'emp_9', at: at(6) };

  test('is set later, and it is seen whom it was about before', () => {
    expect(nameSubject(open, naming)).toMatchObject({
      ...{ aboutEmployeeId: 'emp_other', subjects: [{ aboutEmployeeId: 'emp_other', formerly: 'emp_bad', by: 'emp_9' }] },
    });
    expect(nameSubject(open, { ...naming, aboutEmployeeId: null }).aboutEmployeeId).toBeNull();
  });

  const praise = openTicket({ ...start, kind: 'PRAISE', aboutEmployeeId: null });
  test.each<[string, () => unknown, string, string | null]>([
    ['by who is complained about', () => nameSubject(open, { ...naming, by: 'emp_bad' }), 'TICKET_ABOUT_OWNER', null],
    ['of praise', () => nameSubject(praise, naming), 'ABOUT_NEEDS_COMPLAINT', 'aboutEmployeeId'],
    ['of what is closed', () => nameSubject(closed, naming), 'TICKET_CLOSED', null],
    ['to the same', () => nameSubject(open, { ...naming, aboutEmployeeId: 'emp_bad' }), 'SUBJECT_UNCHANGED', 'aboutEmployeeId'],
    ['without a reason', () => nameSubject(open, { ...naming, reason: ' ' }), 'REASON_REQUIRED', 'reason'],
    ['with a number of a person', () => nameSubject(open, { ...naming, reason: '回电 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT', 'reason'],
  ])('is not set %s', (_title, act, code, field) => {
    expect(act).toThrow(refused(code, field));
  });
});

import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import type { Lead } from '../enquiry/lead.js';
import { assign, convert, enquire, lose, recordContact, recounted, reopen, requireUnassigned, responseOwedAt } from './lead-steps.js';
import type { ContactResult, LeadContact } from './lead-steps.js';
import { codeOf, leadBuilder } from './lead.builder.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 2, minute));
const TODAY = '2026-11-23' as LocalDate;
const plan = { nextContactOn: null, now: at(59), today: TODAY };
const contact = (result: ContactResult, minute = 10, counts: number | null = minute): LeadContact => ({
  ...{ id: `ctc_${minute}`, way: 'CALL', result, note: null, by: 'emp_1', at: at(minute), recordedAt: at(59) },
  countsFrom: counts === null ? null : at(counts),
});
const loss = { cause: 'PRICE', because: '利率太高', at: at(20) } as const;
const given = (salespersonId: string) => ({ salespersonId, how: 'HAND', by: 'emp_9', reason: null, at: at(5) }) as const;

describe('[1.6] the first answer', () => {
  test.each<[ContactResult, boolean]>([
    ['INTERESTED', true],
    ['CALL_BACK', true],
    ['NO_INTEREST', true],
    ['MESSAGE_LEFT', true],
    ['NOT_REACHED', false],
    ['WRONG_NUMBER', false],
  ])('%s stops the clock: %s', (result, stops) => {
    const lead = recordContact(leadBuilder(), contact(result), plan);
    expect([lead.firstRespondedAt, responseOwedAt(lead)]).toEqual(stops ? [at(10), null] : [null, lead.promisedResponseAt]);
  });

  test('is the one that was written down first: a contact told later makes no answer earlier', () => {
    const later = recordContact(leadBuilder(), contact('INTERESTED', 30), plan);
    expect(recordContact(later, contact('CALL_BACK', 12), plan).firstRespondedAt).toEqual(at(30));
    expect(enquire(leadBuilder(), at(15)).firstRespondedAt).toEqual(at(15));
    expect(convert(leadBuilder(), 'cus_1', at(16)).firstRespondedAt).toEqual(at(16));
  });

  test('counts from when it was recorded when that is the rule; a record from before counts from its own time', () => {
    expect(recordContact(leadBuilder(), contact('INTERESTED', 10, 59), plan).firstRespondedAt).toEqual(at(59));
    expect(recordContact(leadBuilder(), contact('INTERESTED', 10, null), plan).firstRespondedAt).toEqual(at(10));
    const late = recordContact(leadBuilder(), contact('INTERESTED', 10, 59), plan);
    expect(recounted(late, []).firstRespondedAt).toEqual(at(59));
    expect(recounted(late, [at(40)]).firstRespondedAt).toEqual(at(40));
  });

  test('is owed by nobody on a closed lead or one from before the promise', () => {
    expect(responseOwedAt(lose(leadBuilder(), loss))).toBeNull();
    expect(responseOwedAt(leadBuilder({ promisedResponseAt: null }))).toBeNull();
  });

  test('counted anew it is what the records say', () => {
    const lead = recordContact(leadBuilder(), contact('CALL_BACK', 40), plan);
    expect(recounted({ ...lead, firstRespondedAt: null }, [at(35), at(25)])).toEqual({
      ...lead,
      enquiredAt: at(25),
      firstRespondedAt: at(25),
    });
    expect(recounted({ ...lead, enquiredAt: at(1) }, [])).toEqual(lead);
  });
});

describe('[2.8] what may be done with a lead', () => {
  const lost = lose(leadBuilder(), loss);
  const again = (lead: Lead) => reopen(lead, { by: 'emp_9', at: at(50), reason: '客户回电' }, at(58));

  test.each<[string, string, () => unknown]>([
    ['a contact to come', 'CONTACT_IN_FUTURE', () => recordContact(leadBuilder(), contact('INTERESTED'), { ...plan, now: at(9) })],
    [
      'a next contact of yesterday',
      'NEXT_CONTACT_PAST',
      () => recordContact(leadBuilder(), contact('INTERESTED'), { ...plan, nextContactOn: '2026-11-22' as LocalDate }),
    ],
    ['a contact of a lost lead', 'LEAD_CLOSED', () => recordContact(lost, contact('INTERESTED'), plan)],
    [
      'a contact of a lead that nobody has',
      'LEAD_UNASSIGNED',
      () => recordContact(leadBuilder({ salespersonId: null }), contact('INTERESTED'), plan),
    ],
    ['an enquiry of a lead that nobody has', 'LEAD_UNASSIGNED', () => enquire(leadBuilder({ salespersonId: null }), at(1))],
    ['an enquiry of a lost lead', 'ILLEGAL_TRANSITION', () => enquire(lost, at(1))],
    ['a second conversion', 'LEAD_CONVERTED', () => convert(convert(leadBuilder(), 'cus_1', at(1)), 'cus_1', at(2))],
    ['a conversion of a lost lead', 'ILLEGAL_TRANSITION', () => convert(lost, 'cus_1', at(2))],
    ['a conversion of a lead that nobody has', 'LEAD_UNASSIGNED', () => convert(leadBuilder({ salespersonId: null }), 'cus_1', at(2))],
    ['losing it twice', 'ILLEGAL_TRANSITION', () => lose(lost, loss)],
    ['losing a customer', 'ILLEGAL_TRANSITION', () => lose(convert(leadBuilder(), 'cus_1', at(1)), loss)],
    ['reopening an open one', 'ILLEGAL_TRANSITION', () => again(leadBuilder())],
    ['reopening it twice', 'LEAD_REOPENED_BEFORE', () => again(lose(again(lost), loss))],
    ['giving it to who has it', 'LEAD_ASSIGNED', () => assign(leadBuilder(), given('emp_1'))],
    ['giving a lost one to anybody', 'LEAD_CLOSED', () => assign(lost, given('emp_2'))],
    ['giving out one that somebody has', 'LEAD_ASSIGNED', () => requireUnassigned(leadBuilder())],
  ])('%s is refused: %s', (_what, code, act) => {
    expect(codeOf(act)).toBe(code);
  });

  test('an answered lead keeps its promise when it comes back, an unanswered one is promised anew', () => {
    expect(again(lost)).toMatchObject({ state: 'new', lostCause: null, lostBecause: null, promisedResponseAt: at(58) });
    const answered = lose(recordContact(leadBuilder(), contact('NO_INTEREST'), plan), loss);
    expect(again(answered).promisedResponseAt).toEqual(leadBuilder().promisedResponseAt);
  });

  test('who had it stays readable, and what was planned ends with it', () => {
    const lead = assign(leadBuilder({ salespersonId: null }), given('emp_2'));
    expect(assign(lead, given('emp_3')).assignments.map((one) => one.salespersonId)).toEqual(['emp_2', 'emp_3']);
    const called = recordContact(lead, contact('CALL_BACK'), { ...plan, nextContactOn: TODAY });
    expect([called.nextContactOn, lose(called, loss).nextContactOn, convert(called, 'cus_1', at(30)).nextContactOn]).toEqual([
      TODAY,
      null,
      null,
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { freshPhone, Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { LoseLead } from '../enquiry/lose-lead.use-case.js';
import { ConvertLead } from './convert-lead.use-case.js';
import { RecordLeadContact } from './record-lead-contact.use-case.js';
import { ReopenLead } from './reopen-lead.use-case.js';
import { RevealContact } from './reveal-contact.use-case.js';

let desk: SalesDesk;
let intake: Intake;
let story: Story;
const other = person('sales', 'salesperson');

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
  story = new Story(desk);
});

afterAll(() => desk.stop());

const lose = (leadId: string) => desk.get(LoseLead).execute(desk.seller, { leadId, cause: 'PRICE', reason: '利率太高' });
const reopen = (leadId: string) => desk.get(ReopenLead).execute(desk.seller, { leadId, reason: '客户回电' });

describe('[2.8] one open lead for each mobile number', () => {
  test('the second is refused; he who has the first may say why, others are not told which it is', async () => {
    const phone = freshPhone();
    await intake.lead({ phone });
    const before = await desk.snapshot();
    expect(await codesOf(intake.lead({ phone: `+86${phone}` }))).toEqual(['LEAD_EXISTS']);
    expect(await codesOf(intake.lead({ phone }, other))).toEqual(['LEAD_WITH_COLLEAGUE']);
    expect(await codesOf(intake.lead({ phone, createAnywayBecause: '夫妻共用号码' }, other))).toEqual(['LEAD_WITH_COLLEAGUE']);
    expect(await codesOf(intake.lead({ phone, createAnywayBecause: '是' }))).toEqual(['REASON_REQUIRED']);
    expect(await desk.snapshot()).toBe(before);
    const second = await intake.read(await intake.lead({ phone, createAnywayBecause: '夫妻共用号码' }));
    expect([second.phone, second.duplicateBecause]).toEqual([phone, '夫妻共用号码']);
  });

  test('whatever races: of five at once one is registered', async () => {
    const phone = freshPhone();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, place) => codesOf(intake.lead({ phone }, place % 2 ? other : desk.seller))),
    );
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(new Set(answers.flat())).not.toContain('CHANGED_MEANWHILE');
    expect(answers.flat().every((code) => code === 'LEAD_EXISTS' || code === 'LEAD_WITH_COLLEAGUE')).toBe(true);
  });

  test('a customer with the number is not written down as a prospect', async () => {
    const [mine, theirs] = [freshPhone(), freshPhone()];
    await story.customer({ phone: mine });
    await story.customer({ phone: theirs, ownerId: other.employeeId });
    expect(await codesOf(intake.lead({ phone: mine }))).toEqual(['CUSTOMER_HAS_PHONE']);
    expect(await codesOf(intake.lead({ phone: theirs }))).toEqual(['CUSTOMER_OF_COLLEAGUE']);
    await intake.lead({ phone: theirs, createAnywayBecause: '配偶单独申请' }, desk.manager);
  });

  test('a closed one frees the number; it comes back once, and not while another one is open', async () => {
    const phone = freshPhone();
    const first = await intake.lead({ phone });
    await lose(first);
    const second = await intake.lead({ phone });
    expect(await codesOf(reopen(first))).toEqual(['LEAD_EXISTS']);
    await lose(second);
    await reopen(first);
    expect(await intake.read(first)).toMatchObject({ state: 'new', lostCause: null, reopened: { reason: '客户回电' } });
    await lose(first);
    expect(await codesOf(reopen(first))).toEqual(['LEAD_REOPENED_BEFORE']);
  });
});

describe('[2.8] a lead becomes a customer exactly once', () => {
  test('by registering him or by naming him, also when two try at once', async () => {
    const [leadId, customerId] = [await intake.lead(), await intake.customer(null)];
    const convert = () => desk.get(ConvertLead).execute(desk.seller, { leadId, customerId });
    const answers = await Promise.all([codesOf(convert()), codesOf(convert()), codesOf(intake.customer(leadId))]);
    expect(answers.flat()).toEqual(['LEAD_CONVERTED', 'LEAD_CONVERTED']);
    expect((await intake.read(leadId)).state).toBe('converted');
  });

  test('not to a customer of a colleague', async () => {
    const [leadId, customerId] = [await intake.lead(), await intake.customer(null, other)];
    expect(await codesOf(desk.get(ConvertLead).execute(desk.seller, { leadId, customerId }))).toEqual(['NOT_FOUND']);
  });
});

describe('[1.6] contacts', () => {
  const call = (leadId: string, change: object = {}, as = desk.seller) =>
    desk.get(RecordLeadContact).execute(as, { leadId, way: 'CALL', result: 'NOT_REACHED', ...change });

  test('are logged; who is not reached is still owed an answer, and the next contact is planned', async () => {
    const leadId = await intake.lead();
    const row = () => desk.platform.database.collection('leads').findOne({ _id: leadId });
    await call(leadId, { nextContactOn: intake.day(1) });
    expect([(await row())?.['firstResponseDueAt'] instanceof Date, (await row())?.['nextContactOn']]).toEqual([true, intake.day(1)]);
    await call(leadId, { result: 'INTERESTED', note: '想了解经营贷' });
    expect([(await row())?.['firstResponseDueAt'], (await row())?.['nextContactOn']]).toEqual([null, null]);
    const lead = await intake.read(leadId);
    expect([lead.contacts.map(({ result }) => result), lead.firstRespondedAt]).toEqual([
      ['NOT_REACHED', 'INTERESTED'],
      lead.contacts[1]?.at,
    ]);
  });

  describe('told afterwards', () => {
    const ago = (minutes: number): Date => new Date(desk.platform.clock.now().getTime() - minutes * 60_000);
    const leads = () => desk.platform.database.collection<{ _id: string }>('leads');
    /** A lead of the past, with its promise. */
    const given = async (createdAgo: number, dueAgo: number): Promise<string> => {
      const leadId = await intake.lead();
      await leads().updateOne({ _id: leadId }, { $set: { createdAt: ago(createdAgo), promisedResponseAt: ago(dueAgo) } });
      return leadId;
    };
    /** All of the day counts as working time, so that the clock of whoever runs this does not matter. */
    beforeAll(() => {
      const days = JSON.stringify([-2, -1, 0, 1, 2].map((offset) => intake.day(offset)));
      return seedParameters(desk.platform, { 'calendar.hours': '[{"from":"00:00","to":"23:59"}]', 'calendar.make-up-days': days });
    });
    afterAll(() => seedParameters(desk.platform));

    test.each<[string, { created: number; due: number; told: number }, number, boolean]>([
      ['within the hour and the promise counts from when it took place', { created: 120, due: -60, told: 30 }, 30, false],
      ['after an hour counts from its record', { created: 300, due: -60, told: 200 }, 0, false],
      ['to the moment of the lead, after the promise, is late', { created: 300, due: 100, told: 300 }, 0, true],
      ['into the promise, after it, is late', { created: 300, due: 10, told: 11 }, 0, true],
    ])('%s', async (_title, { created, due, told }, minutes, late) => {
      const leadId = await given(created, due);
      const contactedAt = ago(told === created ? told - 1 : told);
      await call(leadId, { result: 'INTERESTED', contactedAt });
      const { firstRespondedAt, promisedResponseAt, contacts } = await intake.read(leadId);
      expect(Math.round((ago(0).getTime() - (firstRespondedAt?.getTime() ?? 0)) / 60_000)).toBe(minutes);
      expect((firstRespondedAt ?? 0) > (promisedResponseAt ?? 0)).toBe(late);
      expect(contacts).toMatchObject([{ at: contactedAt, recordedAt: expect.any(Date) as unknown, countsFrom: firstRespondedAt }]);
    });

    test.each([
      ['of four days ago', 4, 'RECORDED_TOO_LATE'],
      ['of a month ago', 30, 'RECORDED_TOO_LATE'],
      ['from before the lead', 100, 'CONTACT_BEFORE_LEAD'],
      ['to come', -1, 'CONTACT_IN_FUTURE'],
    ])('%s is refused, and nothing changed', async (_title, days, code) => {
      const leadId = await given(90 * 1_440, -60);
      const before = await desk.snapshot();
      expect(await codesOf(call(leadId, { result: 'INTERESTED', contactedAt: ago(days * 1_440) }))).toEqual([code]);
      expect(await desk.snapshot()).toBe(before);
    });
  });

  test('of a lead that is not his, that nobody has or that is closed are refused', async () => {
    const [mine, waiting] = [await intake.lead(), await intake.waiting()];
    const before = await desk.snapshot();
    expect(await codesOf(call(mine, {}, other))).toEqual(['NOT_FOUND']);
    expect(await codesOf(call(waiting))).toEqual(['NOT_FOUND']);
    expect(await codesOf(call(waiting, {}, desk.manager))).toEqual(['LEAD_UNASSIGNED']);
    expect(await codesOf(call(mine, { nextContactOn: intake.day(-1) }))).toEqual(['NEXT_CONTACT_PAST']);
    expect(await desk.snapshot()).toBe(before);
    await lose(mine);
    expect(await codesOf(call(mine))).toEqual(['LEAD_CLOSED']);
  });
});

test('[3.7] name and number are shown in full to who looks after the lead, and the look is kept', async () => {
  const phone = freshPhone();
  const leadId = await intake.lead({ phone });
  const look = (as = desk.seller, change: object = { leadId }) =>
    desk.get(RevealContact).execute(as, { reason: '首次联系客户', ...change });
  expect(await look()).toEqual({ name: '王先生', phone });
  expect((await intake.read(leadId)).views).toMatchObject([{ by: desk.seller.employeeId, reason: '首次联系客户' }]);
  expect(await codesOf(look(other))).toEqual(['NOT_FOUND']);
  expect(await codesOf(look(desk.seller, {}))).toEqual(['INPUT_INVALID']);
  expect(await codesOf(look(desk.seller, { leadId, reason: '看' }))).toEqual(['REASON_REQUIRED']);
  const stored = JSON.stringify(await desk.platform.database.collection('leads').find().toArray());
  expect(stored).not.toContain(phone);
});

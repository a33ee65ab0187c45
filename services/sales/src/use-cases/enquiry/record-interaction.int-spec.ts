import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Enquiring } from '../../../test/builders/enquiry.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { InteractionQueries } from '../../queries/enquiry/interaction.queries.js';
import { CreateLead } from './create-lead.use-case.js';
import { RecordInteraction } from './record-interaction.use-case.js';
import type { RecordInteractionRequest } from './record-interaction.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: InteractionQueries;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  queries = new InteractionQueries(desk.platform.database, desk.platform.clock);
});

afterAll(() => desk.stop());

/** A moment of the past, told by whole minutes. */
const ago = (minutes: number): Date => new Date(desk.platform.clock.now().getTime() - minutes * 60_000);
const DAY = 1_440;
const said = { way: 'PHONE' as const, asked: '询问设备贷款', advised: '建议等额本息一年期' };
const record = (change: Partial<RecordInteractionRequest>, by = desk.seller) =>
  desk.get(RecordInteraction).execute(by, { heldAt: ago(0), ...said, ...change });
const row = (name: string, id: string) => desk.platform.database.collection<{ _id: string }>(name).findOne({ _id: id });

describe('[2.9] a conversation', () => {
  test('with a lead, before he is a customer', async () => {
    const leadId = await desk.get(CreateLead).execute(desk.seller, { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '王先生' });
    const id = await record({ leadId, purpose: 'EQUIPMENT' });
    expect(await row('interactions', id)).toMatchObject({ leadId, customerId: null, needs: { purpose: 'EQUIPMENT' }, promises: false });
  });

  test('about an enquiry: what is learned goes to the enquiry, which is answered at the time of the conversation', async () => {
    const customerId = await story.customer();
    const enquiryId = await new Enquiring(story).enquiry(customerId);
    const id = await record({ enquiryId, purpose: 'EQUIPMENT', amount: 1_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' });
    expect(await row('interactions', id)).toMatchObject({ customerId, enquiryId, salespersonId: desk.seller.employeeId });
    expect(await row('enquiries', enquiryId)).toMatchObject({
      ...{ firstRespondedAt: expect.any(Date), needs: { purpose: 'EQUIPMENT', termMonths: 12 }, proposalDueAt: expect.any(Date) },
    });
  });

  test.each<[string, Omit<Partial<RecordInteractionRequest>, 'heldAt'> & { heldAt?: Date | number }, string[]]>([
    ['with nobody', {}, ['INTERACTION_ABOUT_MISSING']],
    ['with a lead that is not there', { leadId: newId('led') }, ['NOT_FOUND']],
    ['[1.6] of four days ago', { heldAt: 4 }, ['RECORDED_TOO_LATE']],
    ['[1.6] of years ago', { heldAt: 900 }, ['RECORDED_TOO_LATE']],
    ['in the future', { heldAt: new Date('2099-01-01T00:00:00Z') }, ['INTERACTION_IN_FUTURE']],
    ['with a promise without a day', { nextStep: '发送方案' }, ['NEXT_STEP_INCOMPLETE']],
    ['that follows nothing', { followsInteractionId: newId('int') }, ['NOT_FOUND']],
    ['[3.7] with a telephone number', { asked: '请回电 13800138000' }, ['PERSONAL_NUMBER_IN_TEXT']],
  ])('%s is refused, and nothing changed', async (title, change, codes) => {
    const customerId = title === 'with nobody' || change.leadId ? null : await story.customer();
    const before = await desk.snapshot();
    const { heldAt = 0, ...rest } = change;
    const told = typeof heldAt === 'number' ? ago(heldAt * DAY) : heldAt;
    expect(await codesOf(record({ customerId, ...rest, heldAt: told }))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('[1.6] of some days ago is kept with its day while the policy lets it be', async () => {
    const customerId = await story.customer();
    const heldAt = ago(3 * DAY);
    expect(await row('interactions', await record({ customerId, heldAt }))).toMatchObject({ heldAt });
    await seedParameters(desk.platform, { 'record.late-days': '2' });
    expect(await codesOf(record({ customerId, heldAt }))).toEqual(['RECORDED_TOO_LATE']);
    await seedParameters(desk.platform);
  });

  test("[3.7] with another salesperson's customer is refused; the manager may", async () => {
    const customerId = await story.customer();
    expect(await codesOf(record({ customerId }, person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
    const id = await record({ customerId }, desk.manager);
    expect(await row('interactions', id)).toMatchObject({ salespersonId: desk.seller.employeeId, recordedBy: desk.manager.employeeId });
  });
});

describe('[1.6] the first answer to an enquiry, told as a conversation', () => {
  type Times = { receivedAgo: number; dueAgo: number; heldAgo: number };
  /** An enquiry of the past, and a conversation about it that is recorded now. @returns the minutes ago at which it counts as answered */
  const answered = async ({ receivedAgo, dueAgo, heldAgo }: Times): Promise<{ minutes: number; late: boolean }> => {
    const enquiryId = await new Enquiring(story).enquiry(await story.customer());
    const [receivedAt, firstResponseDueAt] = [ago(receivedAgo), ago(dueAgo)];
    const enquiries = desk.platform.database.collection<{ _id: string; firstRespondedAt?: Date }>('enquiries');
    await enquiries.updateOne({ _id: enquiryId }, { $set: { receivedAt, firstResponseDueAt } as never });
    await record({ enquiryId, heldAt: ago(heldAgo) });
    const at = (await enquiries.findOne({ _id: enquiryId }))?.firstRespondedAt ?? new Date(0);
    return { minutes: Math.round((ago(0).getTime() - at.getTime()) / 60_000), late: at > firstResponseDueAt };
  };

  // All of the day counts as working time, so that the clock of whoever runs this does not matter.
  beforeAll(() =>
    seedParameters(desk.platform, { 'calendar.hours': '[{"from":"00:00","to":"23:59"}]', 'calendar.make-up-days': weekend() }),
  );
  afterAll(() => seedParameters(desk.platform));
  /** Days around today, as days on which is worked. */
  const weekend = (): string => JSON.stringify([-2, -1, 0, 1, 2].map((days) => addDays(desk.platform.clock.today(), days)));

  test.each<[string, Times, number, boolean]>([
    ['recorded at once, before its deadline, counts from when we spoke', { receivedAgo: 120, dueAgo: -60, heldAgo: 0 }, 0, false],
    ['recorded within the hour, before its deadline, counts from when we spoke', { receivedAgo: 120, dueAgo: -60, heldAgo: 40 }, 40, false],
    ['recorded after an hour counts from its record', { receivedAgo: 180, dueAgo: -60, heldAgo: 120 }, 0, false],
    ['dated back to the receipt after the deadline is late', { receivedAgo: 600, dueAgo: 300, heldAgo: 600 }, 0, true],
    ['dated back into the deadline is late', { receivedAgo: 600, dueAgo: 30, heldAgo: 31 }, 0, true],
    ['dated to the minute before the deadline is late once it is over', { receivedAgo: 600, dueAgo: 1, heldAgo: 2 }, 0, true],
    ['dated before the enquiry counts from its receipt, recorded at once', { receivedAgo: 10, dueAgo: -60, heldAgo: 20 }, 10, false],
    ['dated before the enquiry counts from its record, recorded late', { receivedAgo: 300, dueAgo: -60, heldAgo: 400 }, 0, false],
  ])('%s', async (_title, times, minutes, late) => {
    expect(await answered(times)).toEqual({ minutes, late });
  });
});

test('[2.9] a promise stands on the list of who owes it until the conversation that follows', async () => {
  const customerId = await story.customer();
  const today = desk.platform.clock.today();
  const heldAt = desk.platform.clock.now();
  const late = await record({ customerId, nextStep: '发送方案', heldAt: ago(2 * DAY), nextStepOn: addDays(today, -1) });
  const open = await record({ customerId, heldAt, nextStep: '上门拜访', nextStepOn: addDays(today, 2) });
  const ids = async (wanted: { late?: boolean }, by = desk.seller) => (await queries.promised(wanted, by)).nodes.map(({ id }) => id);
  expect(await ids({})).toEqual([open, late]);
  expect(await ids({ late: true })).toEqual([late]);
  expect(await ids({}, person('sales', 'salesperson'))).toEqual([]);
  const follows = await record({ customerId, followsInteractionId: late });
  expect(await ids({})).toEqual([open]);
  expect(await codesOf(record({ customerId, followsInteractionId: late }))).toEqual(['NEXT_STEP_UNKNOWN']);
  expect((await queries.list({ customerId, first: 2 }, desk.seller)).nodes.map(({ id }) => id)).toEqual([follows, open]);
});

test('[2.9, 3.5] who takes a customer over reads what was said with him before; nobody else does', async () => {
  const customerId = await story.customer();
  const id = await record({ customerId });
  const [next, stranger] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
  await story.write(async (tx) => {
    const customers = desk.get(Customers);
    await customers.save({ ...(await customers.get(customerId, tx)), ownerId: next.employeeId }, tx);
  });
  const read = async (by: typeof next) => (await queries.list({ customerId }, by)).nodes.map((one) => one.id);
  expect([await read(next), await read(stranger), await read(desk.manager)]).toEqual([[id], [], [id]]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMs, newId } from '@weilend/kernel';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { ReminderQueries } from '../../queries/reminder/reminder.queries.js';
import { RemindOfDeadlines } from './remind-of-deadlines.use-case.js';
import { SeeReminder } from './see-reminder.use-case.js';

let desk: SalesDesk;
let story: Story;
let reminders: ReminderQueries;
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  reminders = new ReminderQueries(desk.platform.database);
  await seedPeople(desk.platform, [desk.seller, desk.manager]);
});
afterAll(() => desk.stop());

const pass = () => desk.get(RemindOfDeadlines).execute();
const today = () => desk.platform.clock.today();
const mine = async (about: string, by = desk.seller) =>
  (await reminders.mine({}, by)).nodes
    .filter((one) => one.about === about)
    .map(({ level, escalated }) => `${level}${escalated ? ' of another' : ''}`);

/** An enquiry whose first answer is due in so many minutes, of the four hours that it had. */
async function enquiry(dueInMinutes: number, change: object = {}): Promise<string> {
  const _id = newId('enq');
  const firstResponseDueAt = addMs(desk.platform.clock.now(), dueInMinutes * 60_000);
  await desk.platform.database.collection('enquiries').insertOne({
    ...{ _id, version: 1, salespersonId: desk.seller.employeeId, receivedAt: addMs(firstResponseDueAt, -240 * 60_000), firstResponseDueAt },
    ...{ responseDueAt: firstResponseDueAt, firstRespondedAt: null, ...change },
  } as never);
  return _id;
}

const set = (collection: string, _id: string, change: object) =>
  desk.platform.database.collection(collection).updateOne({ _id: _id as never }, { $set: change });

describe('[1.6] deadlines are remembered by the system', () => {
  test('the owner before, the owner and the manager after, each once however often it is looked', async () => {
    const [far, near, late] = [await enquiry(120), await enquiry(30), await enquiry(-1)];
    await pass();
    await pass();
    expect(await mine(far)).toEqual([]);
    expect(await mine(near)).toEqual(['SOON']);
    expect(await mine(late)).toEqual(['LATE', 'SOON']);
    expect(await mine(late, desk.manager)).toEqual(['LATE of another']);
    const said = (await sentMessages(desk.platform)).filter((one) => one.type === 'sales.deadline-reminded.v1');
    expect(said.filter((one) => (one.data as { about: string }).about === late)).toHaveLength(3);
  });

  test('two processes at once say nothing twice', async () => {
    const late = await enquiry(-5);
    await Promise.allSettled([pass(), pass()]);
    await pass();
    expect(await mine(late)).toHaveLength(2);
  });

  test('what was kept, given away or moved is reminded of no more, and the colleague is told', async () => {
    const colleague = person('sales', 'salesperson');
    const [kept, given, moved] = [await enquiry(-1), await enquiry(-1), await enquiry(-1)];
    await pass();
    await set('enquiries', kept, { firstRespondedAt: desk.platform.clock.now(), responseDueAt: null });
    await set('enquiries', given, { salespersonId: colleague.employeeId });
    await set('enquiries', moved, { responseDueAt: addMs(desk.platform.clock.now(), 600 * 60_000) });
    await pass();
    await pass();
    for (const id of [kept, given, moved]) expect(await mine(id)).toEqual([]);
    expect(await mine(given, colleague)).toEqual(['LATE', 'SOON']);
    expect(await mine(kept, desk.manager)).toEqual([]);
  });

  test('[2.13] a visit is reminded of on its day; late ones are a list, not a flood for the manager', async () => {
    const due = await story.customer({ nextVisitOn: today() });
    const late = await story.customer({ nextVisitOn: addDays(today(), -1) });
    const ahead = await story.customer({ nextVisitOn: addDays(today(), 1) });
    await pass();
    expect([await mine(due), await mine(late), await mine(ahead)]).toEqual([['SOON'], ['LATE', 'SOON'], []]);
    expect(await mine(late, desk.manager)).toEqual([]);
  });

  test("is seen by the person alone, and a colleague's reminder does not exist for others", async () => {
    const late = await enquiry(-1);
    await pass();
    const [reminder] = (await reminders.mine({ kind: 'ENQUIRY_RESPONSE' }, desk.seller)).nodes.filter((one) => one.about === late);
    const see = (by: typeof desk.seller) => desk.get(SeeReminder).execute(by, { reminderId: reminder?.id ?? '' });
    await see(desk.seller);
    const [seen] = await reminders.byIds([reminder?.id ?? ''], desk.seller);
    expect(seen?.seenAt).toBeInstanceOf(Date);
    const before = await desk.snapshot();
    expect(await codesOf(see(desk.manager))).toEqual(['NOT_FOUND']);
    expect(await desk.snapshot()).toBe(before);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { person, seedParameters, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import type { Consent } from '../../domain/customer/consent.js';
import { EventQueries } from '../../queries/care/event.queries.js';
import { CustomerEventActs } from './customer-event.use-case.js';
import { InviteToEvent } from './invite-to-event.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: EventQueries;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  const { database, parameters, clock } = desk.platform;
  queries = new EventQueries(database, parameters, clock);
});
afterAll(() => desk.stop());

const today = () => desk.platform.clock.today();
const marketing = (): Consent => ({
  ...{ id: newId('cns'), kind: 'MARKETING', purpose: '营销联系', textVersion: '1', fileId: newId('fil'), evidenceHash: 'a'.repeat(64) },
  ...{ givenOn: '2020-01-01' as never, validUntil: '2099-12-31' as never },
});
const guest = () => story.customer({ consents: [marketing()] });
const plan = (change: object = {}, by = desk.seller) => {
  const said = { kind: 'FINANCIAL_TALK' as const, name: '反诈知识讲座', venue: '社区活动中心', heldOn: today(), budget: 500_000 };
  return desk.get(CustomerEventActs).plan(by, { ...said, ...change });
};
const invite = (eventId: string, customerIds: string[], by = desk.seller) => desk.get(InviteToEvent).execute(by, { eventId, customerIds });
const record = (eventId: string, attendeeIds: string[], by = desk.seller) =>
  desk.get(CustomerEventActs).record(by, { eventId, attendeeIds, cost: 400_000, summary: '现场反响良好' });
const eventOf = async (eventId: string) => {
  const [event] = await queries.byIds([eventId]);
  if (!event) throw new Error('there is no event');
  return event;
};

describe('[3.13] an event for customers', () => {
  test('has no more guests than the policy of the day lets come, also when two invite at once', async () => {
    const [one, two, three] = [await guest(), await guest(), await guest()];
    const eventId = await plan();
    await seedParameters(desk.platform, { 'customer-event.most-guests': '2' });
    const before = await desk.snapshot();
    expect(await codesOf(invite(eventId, [one, two, three]))).toEqual(['EVENT_FULL']);
    expect(await desk.snapshot()).toBe(before);
    const codes = await Promise.all([invite(eventId, [one]), invite(eventId, [two]), invite(eventId, [three])].map(codesOf));
    expect(codes.flat()).toEqual(['EVENT_FULL']);
    await seedParameters(desk.platform);
    await invite(eventId, [one, two, three]);
    expect((await queries.invitations({ eventId }, desk.seller)).nodes).toHaveLength(3);
  });

  test('is planned, guests reply, who came and what it cost is written down, and its effect is counted', async () => {
    const [came, stayed] = [await guest(), await guest()];
    const eventId = await plan();
    expect((await queries.due({}, desk.seller)).nodes.map((one) => one.id)).toContain(eventId);
    await invite(eventId, [came, stayed]);
    await invite(eventId, [came]);
    const guests = (await queries.invitations({ eventId }, desk.seller)).nodes;
    expect(guests.map((one) => one.customerId)).toEqual([stayed, came]);
    await desk.get(InviteToEvent).reply(desk.seller, { invitationId: guests[0]?.id ?? '', reply: 'DECLINED' });
    expect(await queries.effect(await eventOf(eventId))).toBeNull();
    await record(eventId, [came]);
    expect(await eventOf(eventId)).toMatchObject({ state: 'held', end: { costFen: 400_000 } });
    expect((await queries.invitations({ eventId }, desk.seller)).nodes).toMatchObject([
      { customerId: stayed, reply: 'DECLINED', attended: false },
      { customerId: came, attended: true },
    ]);
    expect((await queries.due({}, desk.seller)).nodes.map((one) => one.id)).not.toContain(eventId);
    expect(await queries.effect(await eventOf(eventId))).toMatchObject({
      ...{ from: addDays(today(), 1), to: addDays(today(), 90), complete: false },
      ...{ attended: { customers: 1, loans: 0 }, absent: { customers: 1 } },
    });
  });

  test('that lies back is judged by what guests did since: enquiries, applications and loans', async () => {
    const heldOn = addDays(today(), -60);
    const [came, stayed] = [await guest(), await guest()];
    const eventId = await plan();
    await invite(eventId, [came, stayed]);
    await record(eventId, [came]);
    await desk.platform.database.collection('customer_events').updateOne({ _id: eventId } as never, { $set: { heldOn } });
    const disbursed = { loanId: newId('lon'), contractId: newId('con'), amountFen: 700, disbursedOn: addDays(heldOn, 5), at: new Date() };
    const applicationId = await story.given({ createdAt: new Date(`${addDays(heldOn, 2)}T02:00:00Z`) });
    const { facts } = await story.application(applicationId);
    const change = { customerId: came, facts: { ...facts, disbursed } };
    await desk.platform.database.collection('applications').updateOne({ _id: applicationId } as never, { $set: change });
    expect(await queries.effect(await eventOf(eventId))).toMatchObject({
      attended: { customers: 1, applications: 1, loans: 1, loanAmountFen: 700, shareWithLoan: 1 },
      absent: { customers: 1, applications: 0, loans: 0, shareWithLoan: 0 },
    });
  });

  test('is cancelled with its reason, by its host or the manager', async () => {
    const host = person('sales', 'salesperson');
    await seedPeople(desk.platform, [host]);
    const eventId = await plan({ hostId: host.employeeId });
    const cancel = (by: typeof host) => desk.get(CustomerEventActs).cancel(by, { eventId, reason: '场地不可用' });
    expect(await codesOf(cancel(desk.seller))).toEqual(['NOT_FOUND']);
    await cancel(desk.manager);
    expect((await queries.list({ state: 'cancelled' })).nodes.map((one) => one.id)).toEqual([eventId]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'a guest who never consented',
      async () =>
        (
          (eventId, id) => () =>
            invite(eventId, [id])
        )(await plan(), await story.customer()),
      'MARKETING_CONSENT_MISSING',
    ],
    [
      "a colleague's customer",
      async () =>
        (
          (eventId, id) => () =>
            invite(eventId, [id], person('sales', 'salesperson'))
        )(await plan(), await guest()),
      'NOT_FOUND',
    ],
    [
      'nobody',
      async () =>
        (
          (eventId) => () =>
            invite(eventId, [])
        )(await plan()),
      'INPUT_INVALID',
    ],
    [
      'a guest who was not invited',
      async () =>
        (
          (eventId, id) => () =>
            record(eventId, [id])
        )(await plan(), await guest()),
      'ATTENDEE_NOT_INVITED',
    ],
    [
      'a record before the day',
      async () =>
        (
          (eventId) => () =>
            record(eventId, [])
        )(await plan({ heldOn: '2099-01-01' })),
      'EVENT_TO_COME',
    ],
    [
      'a record by somebody else',
      async () =>
        (
          (eventId) => () =>
            record(eventId, [], person('sales', 'salesperson'))
        )(await plan()),
      'NOT_FOUND',
    ],
    ['a stranger for a host', async () => () => plan({ hostId: newId('emp') }), 'NOT_A_SALESPERSON'],
  ])('is refused %s and changes nothing', async (_title, given, code) => {
    const act = await given();
    const before = await desk.snapshot();
    expect(await codesOf(act())).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { handoffRows, person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { salesCollections } from '../../persistence/all.js';
import { openWork, ticketWork } from '../../persistence/customer/open-work.js';
import { PortfolioQueries } from '../../queries/customer/portfolio.queries.js';
import { FollowUpActs } from '../care/follow-up.use-case.js';
import { MoveFeedback } from '../care/move-feedback.use-case.js';
import { OpenFeedback } from '../care/open-feedback.use-case.js';
import { CreateLead } from '../enquiry/create-lead.use-case.js';
import { TransferPortfolio } from './transfer-portfolio.use-case.js';

let desk: SalesDesk;
let story: Story;
const [heir, other] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, desk.manager, heir, other]);
});
afterAll(() => desk.stop());

type Person = typeof heir;
type Plain = Record<string, unknown> & { _id: string };
const rows = (name: string) => desk.platform.database.collection<Plain>(name);
const workOf = async (leaverId: string) => (await handoffRows(desk.platform)).find((row) => row.subject === leaverId);

async function leave({ employeeId }: Person): Promise<void> {
  const data = { employeeId, leftAt: '2026-11-23T08:00:00.000Z' };
  await desk.inbox.receive(desk.source.handoff('transfer-portfolio', 'hr', { subject: employeeId, data }));
}
const transfer = (fromEmployeeId: string, change: object = {}) =>
  desk.get(TransferPortfolio).execute(desk.manager, { fromEmployeeId, toEmployeeId: heir.employeeId, reason: '离职客户移交', ...change });

async function leaver(): Promise<Person> {
  const one = person('sales', 'salesperson');
  await seedPeople(desk.platform, [one]);
  return one;
}

/** Copies of a stored customer: the rows that a hand-over reads and writes, without registering each of them. */
async function manyCustomers(ownerId: string, many: number): Promise<string[]> {
  const first = await story.customer({ ownerId });
  const row = await rows('customers').findOne({ _id: first });
  const ids = [first, ...Array.from({ length: many - 1 }, () => newId('cus'))];
  const copies = ids.slice(1).map((_id) => ({ ...row, _id, identityIndex: _id }));
  await rows('customers').insertMany(copies as never);
  return ids;
}

/** A row of each kind of work, as far as a hand-over looks at it. */
async function oneOfEach(leaverId: string): Promise<void> {
  const filled = (wanted: unknown): unknown => {
    if (wanted === null || typeof wanted !== 'object') return wanted;
    const { $type, $in, $ne } = wanted as { $type?: string; $in?: unknown[]; $ne?: unknown };
    if ($type) return $type === 'date' ? new Date('2026-11-24T08:00:00Z') : '2026-11-24';
    return $in ? $in[0] : `not ${String($ne)}`;
  };
  for (const { collection, ownerField, open } of openWork.filter((work) => work !== ticketWork)) {
    const [either] = (open['$or'] ?? [open]) as Record<string, unknown>[];
    const fields = Object.fromEntries(Object.entries(either ?? {}).map(([field, wanted]) => [field, filled(wanted)]));
    const own = { owners: [], participants: [], customerId: null, identityIndex: newId('key'), campaignId: newId('svy') };
    const row = { _id: newId('row'), version: 1, ...own, ...fields, [ownerField]: leaverId };
    await rows(collection.name).insertOne(row as never);
  }
}

describe('[2.13] a portfolio of more than one portion', () => {
  test('is moved portion by portion, over stops, repetitions and calls at once: nobody lost, nobody twice, history right', async () => {
    const gone = await leaver();
    const ids = await manyCustomers(gone.employeeId, 410);
    const followUp = { customerId: ids[0] ?? '', text: '提供还款日提醒', dueOn: addDays(desk.platform.clock.today(), 3) };
    const followUpId = await desk.get(FollowUpActs).open(gone, followUp);
    const lead = { channel: 'ONLINE' as const, onlineSource: 'WEBSITE' as const, contactName: '周某' };
    await desk.get(CreateLead).execute(gone, lead);
    await leave(gone);
    const first = await transfer(gone.employeeId, { requestKey: 'portion-1' });
    expect(first).toMatchObject({ moved: 200 });
    expect(await rows('customers').countDocuments({ ownerId: heir.employeeId, _id: { $in: ids } })).toBe(200);
    expect(await workOf(gone.employeeId)).toMatchObject({ state: 'open' });
    expect(await transfer(gone.employeeId, { requestKey: 'portion-1' })).toEqual(first);
    expect(await rows('customers').countDocuments({ ownerId: heir.employeeId, _id: { $in: ids } })).toBe(200);

    const both = await Promise.all(['a', 'b'].map((key) => transfer(gone.employeeId, { requestKey: key })));
    expect(both.map(({ moved }) => moved).sort()).toEqual([11, 200]);
    expect(both.map(({ left }) => left)).toContain(0);
    const owners = (await rows('customers')
      .find({ _id: { $in: ids } })
      .toArray()) as unknown as { ownerId: string; owners: object[] }[];
    expect(owners).toHaveLength(410);
    for (const { ownerId, owners: history } of owners) {
      expect(ownerId).toBe(heir.employeeId);
      expect(history.filter((one) => (one as { ownerId: string }).ownerId === heir.employeeId)).toHaveLength(1);
    }
    expect(await rows('follow_ups').findOne({ _id: followUpId })).toMatchObject({ ownerId: heir.employeeId });
    expect(await workOf(gone.employeeId)).toMatchObject({ state: 'completed' });
    expect(await codesOf(transfer(gone.employeeId))).toEqual(['PORTFOLIO_NOT_OWED']);
  });

  test('a portion that cannot be moved as a whole is not moved at all', async () => {
    const gone = await leaver();
    const [customerId] = await manyCustomers(gone.employeeId, 3);
    const about = { kind: 'COMPLAINT' as const, channel: 'PHONE' as const, severity: 'LOW' as const, text: '承诺的回电没有来' };
    const ticketId = await desk
      .get(OpenFeedback)
      .execute(gone, { customerId: customerId ?? '', ...about, aboutEmployeeId: desk.manager.employeeId, ownerId: heir.employeeId });
    await leave(gone);
    const before = await desk.snapshot();
    expect(await codesOf(transfer(gone.employeeId))).toEqual(['TICKET_OWNER_MISSING']);
    expect(await desk.snapshot()).toBe(before);
    const give = { ticketId, ownerId: other.employeeId, reason: '由其他同事处理' };
    const second = person('sales', 'sales-manager');
    await seedPeople(desk.platform, [second]);
    await desk.get(MoveFeedback).reassign(second, give);
    expect(await transfer(gone.employeeId)).toMatchObject({ moved: 3, left: 0 });
  });

  test('more than a portion is not named', async () => {
    const customerIds = Array.from({ length: 201 }, () => newId('cus'));
    const before = await desk.snapshot();
    expect(await codesOf(transfer(desk.seller.employeeId, { customerIds }))).toEqual(['PORTFOLIO_TOO_LARGE']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[2.13, 3.12] nothing stays with who left', () => {
  test('after the whole portfolio, no collection of sales names him as who has open work', async () => {
    const gone = await leaver();
    await oneOfEach(gone.employeeId);
    await leave(gone);
    const [owed] = (await new PortfolioQueries(desk.platform.database).owed()).filter((one) => one.employeeId === gone.employeeId);
    expect(owed).toMatchObject({ workLeft: openWork.length - 1 });
    expect(await transfer(gone.employeeId)).toMatchObject({ left: 0 });
    const found: string[] = [];
    for (const { name } of salesCollections)
      for (const row of await rows(name).find().toArray())
        found.push(...Object.entries(row).flatMap(([field, value]) => (value === gone.employeeId ? [`${name}.${field}`] : [])));
    expect(found).toEqual([]);
    expect(await workOf(gone.employeeId)).toMatchObject({ state: 'completed' });
  });

  test('of somebody without customers, what he has in hand for those of others keeps hr’s work open', async () => {
    const gone = await leaver();
    const said = { kind: 'QUESTION' as const, channel: 'PHONE' as const, severity: 'LOW' as const, text: '何时可以续贷' };
    const customerId = await story.customer();
    const ticketId = await desk.get(OpenFeedback).execute(desk.seller, { customerId, ...said, ownerId: gone.employeeId });
    await leave(gone);
    expect(await workOf(gone.employeeId)).toMatchObject({ state: 'open' });
    expect(await transfer(gone.employeeId)).toMatchObject({ moved: 1, left: 0 });
    expect(await rows('feedback_tickets').findOne({ _id: ticketId })).toMatchObject({ ownerId: heir.employeeId });
    expect(await workOf(gone.employeeId)).toMatchObject({ state: 'completed' });
  });

  test('a complaint never goes to whom it is about, nor to whose customer it becomes: the manager gets it', async () => {
    const gone = await leaver();
    const customerId = await story.customer({ ownerId: gone.employeeId });
    const said = { customerId, kind: 'COMPLAINT' as const, channel: 'PHONE' as const, severity: 'LOW' as const, text: '承诺的回电没有来' };
    const foreign = { ...said, customerId: await story.customer({ ownerId: other.employeeId }) };
    const open = (input: typeof said, whom: object) => desk.get(OpenFeedback).execute(desk.manager, { ...input, ...whom });
    const held = await open(said, { aboutNobody: true, ownerId: heir.employeeId });
    const about = await open(foreign, { aboutEmployeeId: heir.employeeId, ownerId: gone.employeeId });
    const old = await open(said, { aboutEmployeeId: heir.employeeId, ownerId: other.employeeId });
    await rows('feedback_tickets').updateOne({ _id: old }, { $set: { ownerId: gone.employeeId } });
    await leave(gone);
    await transfer(gone.employeeId);
    for (const _id of [held, about, old]) {
      const ticket = (await rows('feedback_tickets').findOne({ _id })) as unknown as { ownerId: string; handovers: { by: string }[] };
      expect([heir.employeeId, gone.employeeId, other.employeeId]).not.toContain(ticket.ownerId);
      expect(ticket.handovers.at(-1)).toMatchObject({ to: ticket.ownerId, by: desk.manager.employeeId });
    }
    expect(await workOf(gone.employeeId)).toMatchObject({ state: 'completed' });
  });
});

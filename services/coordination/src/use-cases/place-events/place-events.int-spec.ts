import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { Leases } from '@weilend/mongo';
import { person } from '@weilend/testing';
import { coordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { encodeLogCursor, EventQueries } from '../../queries/event.queries.js';
import { PlaceEvents } from './place-events.use-case.js';

let co: CoordinationUnderTest;
let queries: EventQueries;
beforeAll(async () => {
  co = await coordinationUnderTest();
  queries = new EventQueries(co.platform.database);
});
afterAll(() => co.stop());

const auditor = person(null, 'auditor');
const writer = (leases = co.platform.leases) => new PlaceEvents(co.platform.work, leases, co.eventLog);
const informed = (applicationId = newId('app')) =>
  co.source.event('sales.customer-informed.v1', applicationId, {
    applicationId,
    topic: 'progress',
    informedBy: newId('emp'),
    informedAt: '2026-11-23T01:00:00.000Z',
  });
const placed = async () =>
  co.platform.database
    .collection<{ _id: string; cursor: number }>('event_log')
    .find({ placed: true } as never)
    .sort({ cursor: 1 })
    .toArray();

describe('the event log', () => {
  test('stores each message once, as it travelled, and places it in one order without a gap', async () => {
    const subject = newId('app');
    const messages = Array.from({ length: 7 }, () => informed(subject));
    for (const message of [...messages, ...messages]) await co.inbox.receive(message);
    const lease = await co.platform.leases.take('event-log', 60_000);
    if (!lease) throw new Error('the lease is free');
    expect(await writer().execute(lease, 3)).toBe(3);
    expect(await writer().execute(lease, 100)).toBe(4);
    expect(await writer().execute(lease, 100)).toBe(0);
    expect((await placed()).map((row) => row.cursor)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const page = await queries.list({ subjects: [subject], first: 100 }, auditor);
    expect(page.nodes.map((node) => node.envelope)).toEqual(messages);
  });

  test('a message is seen only when it has its place, and a reader never skips one', async () => {
    const subject = newId('app');
    const from = await queries.head();
    await co.inbox.receive(informed(subject));
    expect((await queries.list({ subjects: [subject] }, auditor)).nodes).toEqual([]);
    const lease = await co.platform.leases.take('event-log', 60_000);
    const seen: string[] = [];
    let cursor = from;
    const readOn = async () => {
      for (const event of await queries.after(cursor, {}, auditor, 50)) {
        seen.push(event.id);
        cursor = Number(Buffer.from(event.cursor, 'base64url').toString().slice('log:'.length));
      }
    };
    for (let round = 0; round < 5; round++) {
      await Promise.all([co.inbox.receive(informed()), co.inbox.receive(informed()), lease && writer().execute(lease, 2), readOn()]);
    }
    for (let count = 1; count > 0 && lease;) count = await writer().execute(lease, 2);
    await readOn();
    expect(seen).toEqual((await placed()).filter((row) => row.cursor > from).map((row) => row._id));
    expect(seen).toHaveLength(11);
  });

  test('a writer that was paused longer than its lease writes nothing', async () => {
    const old = await co.platform.leases.take('event-log', 60_000);
    await co.platform.database.collection('leases').updateOne({ _id: 'event-log' } as never, { $set: { until: new Date(0) } });
    const other = new Leases(co.platform.database, 'another process');
    const fresh = await other.take('event-log', 60_000);
    await co.inbox.receive(informed());
    const before = await placed();
    if (!old || !fresh) throw new Error('both held the lease in turn');
    await expect(writer().execute(old, 100)).rejects.toMatchObject({ name: 'LeaseLost' });
    expect(await placed()).toEqual(before);
    expect(await writer(other).execute(fresh, 100)).toBe(1);
    await other.release(fresh);
  });

  test('texts that look like expressions are stored as they are', async () => {
    const message = co.source.event('sales.application-withdrawn.v1', newId('app'), {
      applicationId: newId('app'),
      reason: '$reason',
      withdrawnAt: '2026-11-23T01:00:00.000Z',
    });
    await co.inbox.receive(message);
    expect(await co.platform.database.collection('event_log').findOne({ _id: message.id } as never)).toMatchObject({ envelope: message });
  });
});

describe('[3.7] reading it', () => {
  test.each([
    ['an auditor', person(null, 'auditor'), true],
    ['sales, who said it', person('sales', 'sales-manager'), true],
    ['a salesperson whom it does not name', person('sales', 'salesperson'), false],
    ['compliance', person('compliance', 'compliance-officer'), true],
    ['finance, whom it does not concern', person('finance', 'finance-officer'), false],
    ['training', person('training', 'trainer'), false],
  ])('%s', async (_name, reader, sees) => {
    const found = (await queries.list({ types: ['sales.customer-informed.v1'], first: 100 }, reader)).nodes;
    expect(found.length > 0).toBe(sees);
  });

  test('pages on by cursor and counts when asked', async () => {
    const first = await queries.list({ first: 2 }, auditor);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, endCursor: encodeLogCursor(2) });
    const second = await queries.list({ first: 2, after: first.pageInfo.endCursor }, auditor);
    expect(second.nodes.map((node) => node.cursor)).toEqual([encodeLogCursor(3), encodeLogCursor(4)]);
    expect(await first.totalCount).toBe((await placed()).length);
  });

  test.each([
    ['a size of 0', { first: 0 }],
    ['a size above the cap', { first: 101 }],
    ['a cursor of something else', { after: 'YWZ0ZXI6YXBw' }],
    ['no cursor at all', { after: '%%%' }],
    ['too many subjects', { subjects: Array.from({ length: 51 }, () => newId('app')) }],
  ])('refuses %s', async (_name, request) => {
    await expect(queries.list(request, auditor)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { FeedbackQueries } from '../../queries/care/feedback.queries.js';
import { SatisfactionQueries } from '../../queries/care/satisfaction.queries.js';
import { TransferCustomer } from '../customer/transfer-customer.use-case.js';
import { HandleFeedback } from './handle-feedback.use-case.js';
import { MoveFeedback } from './move-feedback.use-case.js';
import { OpenFeedback } from './open-feedback.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: FeedbackQueries;
const colleague = person('sales', 'salesperson');

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  queries = new FeedbackQueries(desk.platform.database, desk.platform.clock);
  await seedPeople(desk.platform, [desk.seller, desk.manager, colleague]);
});
afterAll(() => desk.stop());

const open = async (change: object = {}, by = desk.seller) => {
  const customerId = await story.customer();
  const said = { customerId, kind: 'COMPLAINT' as const, channel: 'PHONE' as const, severity: 'HIGH' as const, text: '利息说明不清楚' };
  const ticketId = await desk.get(OpenFeedback).execute(by, { ...said, ...change });
  return { customerId, ticketId };
};
const handle = () => desk.get(HandleFeedback);
const ticketOf = async (ticketId: string, by = desk.manager) => (await queries.byIds([ticketId], by))[0];
const reply = (ticketId: string, by = desk.seller) => handle().reply(by, { ticketId, text: '已重新说明利息', way: 'PHONE' });
const closing = { satisfaction: 4, rootCause: '说明材料过时', improvement: '更新说明材料' };
const told = async (ticketId: string) =>
  (await sentMessages(desk.platform)).filter((one) => one.subject === ticketId).map(({ type, data }) => ({ type, ...data }));

describe('[3.12] a complaint', () => {
  test('is acknowledged, answered and closed with the customer’s word; each step has its moment', async () => {
    const { customerId, ticketId } = await open();
    const opened = await ticketOf(ticketId);
    expect(opened).toMatchObject({ state: 'open', ownerId: desk.seller.employeeId, dueAt: opened?.acknowledgeDueAt, escalated: false });
    await handle().acknowledge(desk.seller, { ticketId });
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'acknowledged', dueAt: opened?.answerDueAt });
    await reply(ticketId);
    expect((await ticketOf(ticketId))?.dueAt?.getTime()).toBeGreaterThan(opened?.answerDueAt.getTime() ?? Infinity);
    await handle().close(desk.seller, { ticketId, ...closing });
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'closed', dueAt: null, closings: [closing] });
    expect(await told(ticketId)).toMatchObject([
      { type: 'sales.feedback-opened.v1', kind: 'COMPLAINT', reopened: false },
      { type: 'sales.feedback-closed.v1', satisfaction: 4, answeredInTime: true },
    ]);
    const [trend] = await new SatisfactionQueries(desk.platform.database).ofCustomers([customerId]);
    expect(trend).toMatchObject({ last: 4, history: [{ source: 'FEEDBACK' }] });
  });

  test('of high severity is answered sooner than one of low', async () => {
    const [high, low] = [await ticketOf((await open()).ticketId), await ticketOf((await open({ severity: 'LOW' })).ticketId)];
    expect(high?.answerDueAt.getTime()).toBeLessThan(low?.answerDueAt.getTime() ?? 0);
  });

  test('is opened again when the customer is not content, with a new moment, and closed a second time', async () => {
    const { ticketId } = await open();
    await reply(ticketId);
    await handle().close(desk.seller, { ticketId, ...closing, satisfaction: 1 });
    await handle().reopen(desk.seller, { ticketId, reason: '客户表示仍未解决' });
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'acknowledged', reopened: [{ reason: '客户表示仍未解决' }] });
    await reply(ticketId);
    await handle().close(desk.seller, { ticketId, ...closing });
    expect((await told(ticketId)).map((one) => [one.type, (one as { reopened?: boolean }).reopened])).toEqual([
      ['sales.feedback-opened.v1', false],
      ['sales.feedback-closed.v1', undefined],
      ['sales.feedback-opened.v1', true],
      ['sales.feedback-closed.v1', undefined],
    ]);
  });

  test('[1.5] about a salesperson goes to the manager; he neither handles nor sees it', async () => {
    const { customerId, ticketId } = await open({ aboutEmployeeId: desk.seller.employeeId }, desk.manager);
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: desk.manager.employeeId });
    expect(await ticketOf(ticketId, desk.seller)).toBeUndefined();
    expect(await queries.ofCustomers([customerId], desk.seller)).toEqual([]);
    expect(await codesOf(reply(ticketId, desk.seller))).toEqual(['NOT_FOUND']);
    const give = { ticketId, ownerId: desk.seller.employeeId, reason: '由其自行处理' };
    expect(await codesOf(desk.get(MoveFeedback).reassign(desk.manager, give))).toEqual(['TICKET_ABOUT_OWNER']);
  });

  test('that is late is taken over or given to somebody else by the manager', async () => {
    const { ticketId } = await open();
    await desk.get(MoveFeedback).takeOver(desk.manager, { ticketId, reason: '逾期未回复' });
    expect(await ticketOf(ticketId)).toMatchObject({ escalated: true, handovers: [{ to: desk.manager.employeeId }] });
    expect(await codesOf(reply(ticketId))).toEqual(['NOT_FOUND']);
    await desk.get(MoveFeedback).reassign(desk.manager, { ticketId, ownerId: colleague.employeeId, reason: '由同事跟进' });
    await reply(ticketId, colleague);
    expect((await queries.list({ state: 'answered' }, colleague)).nodes.map((one) => one.id)).toEqual([ticketId]);
  });

  test('[2.13] goes with the customer to his new salesperson', async () => {
    const { customerId, ticketId } = await open();
    await desk.get(TransferCustomer).execute(desk.manager, { customerId, toEmployeeId: colleague.employeeId, reason: '区域调整' });
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: colleague.employeeId });
  });
});

describe('[3.12] the lists', () => {
  test('show what one handles, by state and kind, and what is owed, most overdue first', async () => {
    const owner = person('sales', 'salesperson');
    await seedPeople(desk.platform, [owner]);
    const ids: string[] = [];
    for (const severity of ['LOW', 'HIGH'] as const) ids.push((await open({ severity, ownerId: owner.employeeId })).ticketId);
    for (const ticketId of ids) await handle().acknowledge(owner, { ticketId });
    const praise = await open({ kind: 'PRAISE', ownerId: owner.employeeId });
    expect((await queries.list({ kind: 'COMPLAINT' }, owner)).nodes.map((one) => one.id)).toEqual([...ids].reverse());
    expect((await queries.list({ state: 'open' }, owner)).nodes.map((one) => one.id)).toEqual([praise.ticketId]);
    expect((await queries.due({}, owner)).nodes.map((one) => one.id).filter((id) => id !== praise.ticketId)).toEqual([...ids].reverse());
    expect((await queries.due({ overdueOnly: true }, owner)).nodes).toEqual([]);
    const today = desk.platform.clock.today();
    const figures = await queries.figures({ from: today, to: today, salespersonId: desk.seller.employeeId }, desk.manager);
    expect(figures.find(({ kind }) => kind === 'PRAISE')).toMatchObject({ count: 1, shareOnTime: null });
    expect((await queries.figures({ from: today, to: today }, owner)).every(({ count }) => count === 0)).toBe(true);
  });
});

describe('[3.12] is refused and changes nothing', () => {
  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    ['words with a number', async () => () => open({ text: '回电 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT'],
    [
      'an application of another customer',
      async () =>
        (
          (applicationId) => () =>
            open({ applicationId })
        )(await story.given()),
      'FEEDBACK_APPLICATION_FOREIGN',
    ],
    ['a stranger as its owner', async () => () => open({ ownerId: newId('emp') }), 'NOT_A_SALESPERSON'],
    ['a question about somebody', async () => () => open({ kind: 'QUESTION', aboutEmployeeId: newId('emp') }), 'ABOUT_NEEDS_COMPLAINT'],
    [
      'closing without a reply',
      async () =>
        (
          ({ ticketId }) =>
          () =>
            handle().close(desk.seller, { ticketId, ...closing })
        )(await open()),
      'ILLEGAL_TRANSITION',
    ],
    [
      'handling by a colleague',
      async () =>
        (
          ({ ticketId }) =>
          () =>
            reply(ticketId, colleague)
        )(await open()),
      'NOT_FOUND',
    ],
  ])('%s', async (_title, given, code) => {
    const act = await given();
    const count = async () =>
      (await desk.platform.database.collection('feedback_tickets').find().toArray()).map((row) => JSON.stringify(row));
    const before = await count();
    expect(await codesOf(act())).toEqual([code]);
    expect(await count()).toEqual(before);
  });
});

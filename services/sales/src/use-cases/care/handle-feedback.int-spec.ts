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
const another = person('sales', 'salesperson');

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  queries = new FeedbackQueries(desk.platform.database, desk.platform.clock);
  await seedPeople(desk.platform, [desk.seller, desk.manager, colleague, another]);
});
afterAll(() => desk.stop());

const open = async (change: object = {}, by = desk.seller) => {
  const customerId = await story.customer();
  const said = { customerId, kind: 'COMPLAINT' as const, channel: 'PHONE' as const, severity: 'HIGH' as const, text: '利息说明不清楚' };
  const nobody = 'kind' in change || 'aboutEmployeeId' in change ? {} : { aboutNobody: true };
  const ticketId = await desk.get(OpenFeedback).execute(by, { ...said, ...nobody, ...change });
  return { customerId, ticketId };
};
const handle = () => desk.get(HandleFeedback);
const ticketOf = async (ticketId: string, by = desk.manager) => (await queries.byIds([ticketId], by))[0];
const reply = (ticketId: string, by = desk.manager) => handle().reply(by, { ticketId, text: '已重新说明利息', way: 'PHONE' });
const closing = { satisfaction: 4, rootCause: '说明材料过时', improvement: '更新说明材料' };
const told = async (ticketId: string) =>
  (await sentMessages(desk.platform)).filter((one) => one.subject === ticketId).map(({ type, data }) => ({ type, ...data }));

describe('[3.12] a complaint', () => {
  test('is acknowledged, answered and closed with the customer’s word; each step has its moment', async () => {
    const { customerId, ticketId } = await open();
    const opened = await ticketOf(ticketId);
    expect(opened).toMatchObject({ state: 'open', ownerId: desk.manager.employeeId, dueAt: opened?.acknowledgeDueAt, escalated: false });
    await handle().acknowledge(desk.manager, { ticketId });
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'acknowledged', dueAt: opened?.answerDueAt });
    await reply(ticketId);
    expect((await ticketOf(ticketId))?.dueAt?.getTime()).toBeGreaterThan(opened?.answerDueAt.getTime() ?? Infinity);
    await handle().close(desk.manager, { ticketId, ...closing });
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
    await handle().close(desk.manager, { ticketId, ...closing, satisfaction: 1 });
    await handle().reopen(desk.seller, { ticketId, reason: '客户表示仍未解决' });
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'acknowledged', reopened: [{ reason: '客户表示仍未解决' }] });
    await reply(ticketId);
    await handle().close(desk.manager, { ticketId, ...closing });
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
    const { ticketId } = await open({ ownerId: another.employeeId });
    await desk.get(MoveFeedback).takeOver(desk.manager, { ticketId, reason: '逾期未回复' });
    expect(await ticketOf(ticketId)).toMatchObject({ escalated: true, handovers: [{ to: desk.manager.employeeId }] });
    expect(await codesOf(reply(ticketId, another))).toEqual(['NOT_FOUND']);
    await desk.get(MoveFeedback).reassign(desk.manager, { ticketId, ownerId: colleague.employeeId, reason: '由同事跟进' });
    await reply(ticketId, colleague);
    expect((await queries.list({ state: 'answered' }, colleague)).nodes.map((one) => one.id)).toEqual([ticketId]);
  });

  test('[2.13] of a question goes with the customer to his new salesperson', async () => {
    const { customerId, ticketId } = await open({ kind: 'QUESTION' });
    await desk.get(TransferCustomer).execute(desk.manager, { customerId, toEmployeeId: colleague.employeeId, reason: '区域调整' });
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: colleague.employeeId });
  });
});

describe('[3.12, 1.5] who may be to blame', () => {
  const move = () => desk.get(MoveFeedback);
  const name = (ticketId: string, aboutEmployeeId: string | null, by = desk.manager) =>
    move().nameSubject(by, { ticketId, aboutEmployeeId, reason: '经核实与其有关' });

  test('a complaint about nobody in particular goes to the manager, never to the salesperson', async () => {
    const { customerId, ticketId } = await open();
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: desk.manager.employeeId, aboutEmployeeId: null });
    const give = { ticketId, ownerId: desk.seller.employeeId, reason: '由其自行处理' };
    expect(await codesOf(move().reassign(desk.manager, give))).toEqual(['COMPLAINT_OF_OWN_CUSTOMER']);
    await move().reassign(desk.manager, { ...give, ownerId: colleague.employeeId });
    await reply(ticketId, colleague);
    await desk.get(TransferCustomer).execute(desk.manager, { customerId, toEmployeeId: colleague.employeeId, reason: '区域调整' });
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: desk.manager.employeeId });
    expect(await codesOf(handle().close(colleague, { ticketId, ...closing }))).toEqual(['NOT_FOUND']);
    await handle().close(desk.manager, { ticketId, ...closing });
  });

  test('from before this rule, in the hands of the salesperson, it is not closed by him', async () => {
    const { ticketId } = await open();
    await reply(ticketId);
    const tickets = desk.platform.database.collection('feedback_tickets');
    await tickets.updateOne({ _id: ticketId } as never, { $set: { ownerId: desk.seller.employeeId } });
    expect(await codesOf(handle().close(desk.seller, { ticketId, ...closing }))).toEqual(['COMPLAINT_OF_OWN_CUSTOMER']);
    await move().takeOver(desk.manager, { ticketId, reason: '由经理办结' });
    await handle().close(desk.manager, { ticketId, ...closing });
    await handle().reopen(desk.seller, { ticketId, reason: '客户表示仍未解决' });
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: desk.manager.employeeId });
  });

  test('is set later by the manager; who handled it and is to blame loses it at once', async () => {
    const { ticketId } = await open({ ownerId: colleague.employeeId });
    await name(ticketId, another.employeeId);
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: colleague.employeeId, aboutEmployeeId: another.employeeId });
    await name(ticketId, colleague.employeeId);
    expect(await ticketOf(ticketId)).toMatchObject({
      ...{ ownerId: desk.manager.employeeId, handovers: [{ from: colleague.employeeId }] },
      subjects: [{ formerly: null }, { aboutEmployeeId: colleague.employeeId, formerly: another.employeeId }],
    });
    expect(await codesOf(reply(ticketId, colleague))).toEqual(['NOT_FOUND']);
    await name(ticketId, null);
    expect(await ticketOf(ticketId)).toMatchObject({ aboutEmployeeId: null });
  });

  test('opened again, a question of somebody who left goes to whose customer it is', async () => {
    const leaver = person('sales', 'salesperson');
    await seedPeople(desk.platform, [leaver]);
    const { ticketId } = await open({ kind: 'QUESTION', ownerId: leaver.employeeId });
    await reply(ticketId);
    await handle().close(desk.manager, { ticketId, ...closing });
    await desk.platform.work.run({ actor: desk.seller, operation: 'left' }, (tx) =>
      desk.platform.directory.deactivate(leaver.employeeId, tx),
    );
    await handle().reopen(desk.seller, { ticketId, reason: '客户表示仍未解决' });
    expect(await ticketOf(ticketId)).toMatchObject({ ownerId: desk.seller.employeeId, state: 'acknowledged' });
  });

  test.each<[string, (ticketId: string) => Promise<unknown>, string]>([
    ['a stranger', (ticketId) => name(ticketId, newId('emp')), 'COMPLAINT_ABOUT_STRANGER'],
    ['the same as before', (ticketId) => name(ticketId, null), 'SUBJECT_UNCHANGED'],
    ['somebody, by a salesperson', (ticketId) => name(ticketId, colleague.employeeId, desk.seller), 'NOT_FOUND'],
    ['the only manager, whom nobody can follow', (ticketId) => name(ticketId, desk.manager.employeeId), 'TICKET_OWNER_MISSING'],
  ])('is not set to %s, and nothing changed', async (_title, act, code) => {
    const { ticketId } = await open();
    const before = await desk.snapshot();
    expect(await codesOf(act(ticketId))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
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
    ['a complaint that does not say about whom', async () => () => open({ aboutEmployeeId: null }), 'COMPLAINT_ABOUT_UNSAID'],
    [
      'a complaint about somebody and about nobody',
      async () => () => open({ aboutEmployeeId: colleague.employeeId, aboutNobody: true }),
      'COMPLAINT_ABOUT_UNSAID',
    ],
    ['a complaint about a stranger', async () => () => open({ aboutEmployeeId: newId('emp') }), 'COMPLAINT_ABOUT_STRANGER'],
    [
      'a complaint in the hands of the salesperson',
      async () => () => open({ ownerId: desk.seller.employeeId }),
      'COMPLAINT_OF_OWN_CUSTOMER',
    ],
    [
      'a complaint in the hands of who is complained about',
      async () => () => open({ aboutEmployeeId: colleague.employeeId, ownerId: colleague.employeeId }),
      'TICKET_ABOUT_OWNER',
    ],
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
            handle().close(desk.manager, { ticketId, ...closing })
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

import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { addMs, newId } from '@weilend/kernel';
import { handoffRows, MessageSource, person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { ArrearsTaskQueries } from '../../queries/after-loan/arrears-task.queries.js';
import { TransferCustomer } from '../customer/transfer-customer.use-case.js';
import { RecordArrearsContact } from './record-arrears-contact.use-case.js';
import type { RecordArrearsContactRequest } from './record-arrears-contact.use-case.js';

let desk: SalesDesk;
let story: Story;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, desk.manager, colleague]);
});
afterAll(() => desk.stop());

const finance = new MessageSource();
const tasks = () => new ArrearsTaskQueries(desk.platform.database, desk.platform.clock);
const record = (input: Partial<RecordArrearsContactRequest> & { taskId: string }, actor = desk.seller) =>
  desk.get(RecordArrearsContact).execute(actor, {
    ...{ heldAt: desk.platform.clock.now(), way: 'PHONE', result: 'CALL_BACK' },
    ...{ asked: '货款未到账，周五前还', advised: '请尽快还款以免罚息增加', ...input },
  });
const workOf = async (handoffId: string) => (await handoffRows(desk.platform)).find(({ _id }) => _id === handoffId);
const told = async (handoffId: string) =>
  (await sentMessages(desk.platform))
    .filter(({ data }) => data['handoffId'] === handoffId)
    .map(({ type, data }) => ({ type, result: data['result'], reason: data['reason'] }));
const tasksOf = async (customerId: string) => (await tasks().list({ customerId, first: 50 }, desk.manager)).nodes;

/** A customer of the seller's whose loan finance says is late; each step is said twice. */
async function late(steps: readonly number[] = [1], change: Partial<HandoffData<'work-arrears'>> = {}) {
  const applicationId = await story.given({ desk: 'signed' });
  const { customerId } = await story.application(applicationId);
  const ids = { loanId: newId('lon'), applicationId, customerId, salespersonId: desk.seller.employeeId, caseId: newId('ccs') };
  const handoffs: string[] = [];
  for (const step of steps) {
    const data = { ...ids, step, overdueSince: '2026-11-01', daysPastDue: step * 8, overdueFen: 5_000_00, ...change };
    const id = newId('hof');
    const envelope = finance.handoff('work-arrears', 'finance', { subject: data.loanId, data, id });
    await desk.inbox.receive(envelope);
    await desk.inbox.receive(envelope);
    handoffs.push(id);
  }
  return { ...ids, ...change, handoffs, handoffId: handoffs[0] ?? '', taskId: (await tasksOf(customerId)).at(-1)?.id ?? '' };
}
const repaid = (loanId: string, change: Record<string, unknown>) =>
  desk.inbox.receive(
    finance.event('finance.repayment-recorded.v1', loanId, {
      ...{ loanId, applicationId: newId('app'), repaymentId: newId('rpm'), principalFen: 1, interestFen: 0, creditFen: 0 },
      ...{ outstandingPrincipalFen: 1, paidOn: '2026-11-20', ...change },
    }),
  );

describe('[7.4] a customer who is late', () => {
  test('is one task of whose customer he is, with its deadline, and done by a conversation', async () => {
    const { taskId, handoffId, caseId, customerId } = await late();
    expect(await tasksOf(customerId)).toMatchObject([
      { state: 'open', ownerId: desk.seller.employeeId, step: 1, daysPastDue: 8, overdueFen: 500_000, dueAt: expect.any(Date) },
    ]);
    await record({ taskId });
    const [done] = await tasksOf(customerId);
    expect(done).toMatchObject({ state: 'contacted', dueAt: null, contact: { way: 'PHONE', result: 'CALL_BACK' } });
    const interactionId = done?.contact?.interactionId ?? '';
    const by = desk.seller.employeeId;
    expect(await told(handoffId)).toMatchObject([
      { type: 'sales.handoff-completed.v1', result: { interactionId, caseId, way: 'PHONE', result: 'CALL_BACK', by } },
    ]);
    const row = await desk.platform.database.collection<{ _id: string }>('interactions').findOne({ _id: interactionId });
    expect(row).toMatchObject({ customerId, asked: '货款未到账，周五前还', salespersonId: by, recordedBy: by });
  });

  test('is asked about again at the next step, and one conversation answers all that were asked before it', async () => {
    const { customerId, handoffs, taskId } = await late([1, 2]);
    expect(await tasksOf(customerId)).toHaveLength(2);
    await record({ taskId });
    expect((await tasksOf(customerId)).map(({ state }) => state)).toEqual(['contacted', 'contacted']);
    for (const id of handoffs) expect(await workOf(id)).toMatchObject({ state: 'completed' });
    expect(await desk.platform.database.collection('interactions').countDocuments({ customerId })).toBe(1);
  });

  test('is not called any more when all is paid, and is when a part is', async () => {
    const { customerId, handoffs, loanId } = await late([1, 2]);
    await repaid(loanId, { overdueFen: 100 });
    await repaid(loanId, {});
    expect((await tasksOf(customerId)).map(({ state }) => state)).toEqual(['open', 'open']);
    await repaid(loanId, { overdueFen: 0 });
    expect(await tasksOf(customerId)).toMatchObject([
      { state: 'recalled', dueAt: null, recallReason: 'what was late is paid' },
      { state: 'recalled' },
    ]);
    for (const id of handoffs) expect(await told(id)).toMatchObject([{ type: 'sales.handoff-recalled.v1' }]);
  });

  it.each<['CURRENT' | 'M1', string]>([
    ['CURRENT', 'recalled'],
    ['M1', 'open'],
  ])('whose loan a day end finds %s is %s', async (bucket, state) => {
    const { loanId, customerId, applicationId } = await late();
    const classes = { previousBucket: 'M1', loanClass: 'PASS', previousClass: 'PASS' } as const;
    const facts = { daysPastDue: 0, bucket, ...classes, outstandingPrincipalFen: 1 };
    const whose = { loanId, applicationId, customerId, salespersonId: desk.seller.employeeId, businessDate: '2026-11-20' };
    await desk.inbox.receive(finance.event('finance.loan-status-changed.v1', loanId, { ...whose, ...facts }));
    expect(await tasksOf(customerId)).toMatchObject([{ state }]);
  });

  test('whose customer goes to a colleague is the colleague’s', async () => {
    const { customerId, taskId } = await late();
    await desk.get(TransferCustomer).execute(desk.manager, { customerId, toEmployeeId: colleague.employeeId, reason: '区域调整' });
    await expect(record({ taskId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await record({ taskId }, colleague);
    expect(await tasksOf(customerId)).toMatchObject([{ state: 'contacted', ownerId: colleague.employeeId }]);
  });

  test('whom sales does not have goes back to finance with the reason', async () => {
    const id = newId('hof');
    const ids = {
      loanId: newId('lon'),
      applicationId: newId('app'),
      customerId: newId('cus'),
      salespersonId: newId('emp'),
      caseId: newId('ccs'),
    };
    const data = { ...ids, step: 1, overdueSince: '2026-11-01', daysPastDue: 1, overdueFen: 1 };
    await desk.inbox.receive(finance.handoff('work-arrears', 'finance', { subject: ids.loanId, data, id }));
    expect(await workOf(id)).toMatchObject({ state: 'returned', outcome: { code: 'NOT_FOUND' } });
  });
});

describe('[7.4] a conversation that is refused changes nothing', () => {
  it.each<[string, (openedAt: Date) => Partial<RecordArrearsContactRequest>, string]>([
    ['of before it was asked for', (openedAt) => ({ heldAt: addMs(openedAt, -60_000) }), 'ARREARS_CONTACT_EARLIER'],
    ['in the future', (openedAt) => ({ heldAt: addMs(openedAt, 3_600_000) }), 'INTERACTION_IN_FUTURE'],
    ['without a word of the customer', () => ({ asked: ' ' }), 'REASON_REQUIRED'],
    ['with a number of a person', () => ({ advised: '请打 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT'],
    ['with a next step without its day', () => ({ nextStep: '再联系' }), 'NEXT_STEP_INCOMPLETE'],
    ['about a task that is not there', () => ({ taskId: newId('art') }), 'NOT_FOUND'],
  ])('%s', async (_title, change, code) => {
    const { taskId, customerId } = await late();
    const [task] = await tasksOf(customerId);
    const before = await desk.snapshot();
    await expect(record({ taskId, ...change(task?.openedAt ?? new Date()) })).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  test('of somebody else’s customer', async () => {
    const { taskId } = await late();
    const before = await desk.snapshot();
    await expect(record({ taskId }, colleague)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.snapshot()).toBe(before);
  });

  test('twice, or after it was paid', async () => {
    const { taskId, loanId } = await late();
    await record({ taskId });
    await expect(record({ taskId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await repaid(loanId, { overdueFen: 0 });
    const paid = await late();
    await repaid(paid.loanId, { overdueFen: 0 });
    await expect(record({ taskId: paid.taskId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

test('[3.7] a salesperson sees his own only, and what is late of them when it is asked for', async () => {
  const { customerId, taskId } = await late();
  expect((await tasks().list({ customerId, first: 5 }, desk.seller)).nodes).toMatchObject([{ id: taskId }]);
  expect((await tasks().list({ first: 50 }, colleague)).nodes.map(({ id }) => id)).not.toContain(taskId);
  expect(await tasks().byIds([taskId], colleague)).toEqual([]);
  expect((await tasks().list({ customerId, overdue: true, first: 5 }, desk.seller)).nodes).toEqual([]);
  await desk.platform.database.collection('arrears_tasks').updateOne({ customerId }, { $set: { dueAt: new Date(0) } });
  expect((await tasks().list({ overdue: true, first: 50 }, desk.seller)).nodes.map(({ id }) => id)).toEqual([taskId]);
});

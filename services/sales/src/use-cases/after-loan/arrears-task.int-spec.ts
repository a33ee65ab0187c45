import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { addDays, addMs, newId } from '@weilend/kernel';
import { handoffRows, MessageSource, person, seedParameters, seedPeople, sentMessages } from '@weilend/testing';
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
  // What is asked for the day before yesterday is not overdue today, at whatever hour this runs.
  await seedParameters(desk.platform, { 'deadline.work-arrears': '30d' });
});
afterAll(() => desk.stop());

const finance = new MessageSource();
/** A local time so many days ago: no call of these tests depends on the hour at which they run. */
const ago = (days: number, time: string): Date => new Date(`${addDays(desk.platform.clock.today(), -days)}T${time}+08:00`);
const askedAt = (): Date => ago(2, '10:00:00');
const tasks = () => new ArrearsTaskQueries(desk.platform.database, desk.platform.clock);
const record = (input: Partial<RecordArrearsContactRequest> & { taskId: string }, actor = desk.seller) =>
  desk.get(RecordArrearsContact).execute(actor, {
    ...{ heldAt: ago(1, '10:30:00'), way: 'PHONE', result: 'CALL_BACK' },
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
    const work = finance.handoff('work-arrears', 'finance', { subject: data.loanId, data, id });
    const envelope = { ...work, time: askedAt().toISOString() };
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

  const statusOf = (of: { loanId: string; applicationId: string; customerId: string }, bucket: 'CURRENT' | 'M1') =>
    finance.event('finance.loan-status-changed.v1', of.loanId, {
      ...{ loanId: of.loanId, applicationId: of.applicationId, customerId: of.customerId, salespersonId: desk.seller.employeeId },
      ...{ businessDate: '2026-11-20', daysPastDue: 0, bucket, previousBucket: 'M1', loanClass: 'PASS', previousClass: 'PASS' },
      outstandingPrincipalFen: 1,
    });
  /** Work that was asked for, and word of the loan of so much later, which is heard first. */
  async function overtaken(word: 'CURRENT' | 'M1' | 'PAID' | 'PART', laterMs: number) {
    const applicationId = await story.given({ desk: 'signed' });
    const { customerId } = await story.application(applicationId);
    const ids = { loanId: newId('lon'), applicationId, customerId };
    const asked = new Date();
    const paid = { ...{ loanId: ids.loanId, applicationId, repaymentId: newId('rpm'), principalFen: 1, interestFen: 0, creditFen: 0 } };
    const rest = { outstandingPrincipalFen: 1, paidOn: '2026-11-20', overdueFen: word === 'PAID' ? 0 : 100 };
    const heard =
      word === 'PAID' || word === 'PART'
        ? finance.event('finance.repayment-recorded.v1', ids.loanId, { ...paid, ...rest })
        : statusOf(ids, word);
    await desk.inbox.receive({ ...heard, time: addMs(asked, laterMs).toISOString(), sequence: '000000000001' });
    const id = newId('hof');
    const late = { step: 1, overdueSince: '2026-11-01', daysPastDue: 8, overdueFen: 1, caseId: newId('ccs') };
    const data = { ...ids, salespersonId: desk.seller.employeeId, ...late };
    const work = finance.handoff('work-arrears', 'finance', { subject: ids.loanId, data, id });
    await desk.inbox.receive({ ...work, time: asked.toISOString() });
    return { handoffId: id, customerId, loanId: ids.loanId };
  }

  it.each<['CURRENT' | 'PAID', string]>([
    ['PAID', 'what was late is paid'],
    ['CURRENT', 'the loan is not late any more'],
  ])('is nobody’s task when %s was heard before the work arrived', async (word, reason) => {
    const { handoffId, customerId } = await overtaken(word, 1_000);
    expect(await tasksOf(customerId)).toEqual([]);
    expect(await told(handoffId)).toMatchObject([{ type: 'sales.handoff-recalled.v1', reason }]);
  });

  it.each<[string, 'CURRENT' | 'M1' | 'PAID' | 'PART', number]>([
    ['was paid before it was late again', 'PAID', -1_000],
    ['was not late the day before', 'CURRENT', -86_400_000],
    ['was paid at the very moment', 'PAID', 0],
    ['was paid in part', 'PART', 1_000],
    ['is late in another way', 'M1', 1_000],
  ])('is spoken with when the loan %s', async (_title, word, laterMs) => {
    const { handoffId, customerId } = await overtaken(word, laterMs);
    expect(await tasksOf(customerId)).toMatchObject([{ state: 'open' }]);
    expect(await told(handoffId)).toEqual([]);
  });

  test('is not called for earlier work after an older word comes last', async () => {
    const { customerId, loanId } = await overtaken('PAID', 1_000);
    const old = { loanId, applicationId: newId('app'), customerId };
    await desk.inbox.receive({ ...statusOf(old, 'CURRENT'), time: '2026-01-01T00:00:00.000Z' });
    const row = await desk.platform.database.collection<{ _id: string }>('arrears_clearances').findOne({ _id: loanId });
    expect(row).toMatchObject({ reason: 'what was late is paid' });
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
    ['in the future', () => ({ heldAt: addMs(desk.platform.clock.now(), 3_600_000) }), 'INTERACTION_IN_FUTURE'],
    ['in the evening when quiet begins', () => ({ heldAt: ago(2, '22:00:00') }), 'CONTACT_QUIET_HOURS'],
    ['at midnight', () => ({ heldAt: ago(1, '00:00:00') }), 'CONTACT_QUIET_HOURS'],
    ['a moment before quiet ends', () => ({ heldAt: ago(1, '07:59:59.999') }), 'CONTACT_QUIET_HOURS'],
    ['at night, face to face', () => ({ heldAt: ago(2, '23:30:00'), way: 'IN_PERSON' as const }), 'CONTACT_QUIET_HOURS'],
    ['longer ago than may be recorded', () => ({ heldAt: ago(9, '10:00:00') }), 'RECORDED_TOO_LATE'],
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

  test.each([
    ['before quiet begins', () => ago(2, '21:59:59.999')],
    ['when quiet ends', () => ago(1, '08:00:00')],
  ])('and one %s is taken', async (_title, heldAt) => {
    const { taskId, customerId } = await late();
    await record({ taskId, heldAt: heldAt() });
    expect(await tasksOf(customerId)).toMatchObject([{ state: 'contacted', contact: { heldAt: heldAt() } }]);
  });

  test('[1.2] the hours of that day are those in force', async () => {
    await seedParameters(desk.platform, { 'deadline.work-arrears': '30d', 'collection.quiet-hours': '{"from":"12:00","to":"14:00"}' });
    const { taskId } = await late();
    await expect(record({ taskId, heldAt: ago(1, '12:30:00') })).rejects.toMatchObject({
      ...{ code: 'CONTACT_QUIET_HOURS', field: 'heldAt', data: { from: '12:00', to: '14:00' } },
    });
    await record({ taskId, heldAt: ago(2, '23:00:00') });
    await seedParameters(desk.platform, { 'deadline.work-arrears': '30d' });
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

test('[7.4] what is overdue comes most overdue first, page by page; the rest newest first', async () => {
  const made = [await late(), await late(), await late(), await late()];
  const [soon = '', most = '', more = '', notYet = ''] = made.map(({ taskId }) => taskId);
  const rows = desk.platform.database.collection<{ _id: string; dueAt: Date }>('arrears_tasks');
  const years = [
    [soon, 2003],
    [most, 2001],
    [more, 2002],
  ] as const;
  for (const [_id, year] of years) await rows.updateOne({ _id }, { $set: { dueAt: new Date(`${year}-01-01T00:00:00Z`) } });
  const ids = new Set(made.map(({ taskId }) => taskId));
  const first = await tasks().list({ overdue: true, first: 50 }, desk.seller);
  expect(first.nodes.map(({ id }) => id).filter((id) => ids.has(id))).toEqual([most, more, soon]);
  const after = first.edges.find(({ node }) => node.id === most)?.cursor ?? null;
  const next = await tasks().list({ overdue: true, first: 1, after }, desk.manager);
  expect(next.nodes.map(({ id }) => id)).toEqual([more]);
  expect((await tasks().list({ first: 50 }, desk.seller)).nodes.map(({ id }) => id).slice(0, 4)).toEqual([notYet, more, most, soon]);
  await record({ taskId: most });
  const left = (await tasks().list({ overdue: true, first: 50 }, desk.seller)).nodes.map(({ id }) => id);
  expect(left.filter((id) => ids.has(id))).toEqual([more, soon]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource, sentTypes } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { RecordInspection } from './record-inspection.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});

afterAll(() => desk.stop());

const finance = new MessageSource();
const careRow = async (subject: string) =>
  (await handoffRows(desk.platform)).find((row) => row.subject === subject && row.type === 'care-for-loan');

async function workOf(applicationId: string, change: object = {}): Promise<Envelope> {
  const { customerId, salespersonId, contractId } = await story.application(applicationId);
  const loan = { applicationId, participants: [], loanId: newId('lon'), contractId: contractId ?? newId('con'), customerId, salespersonId };
  const data = { ...loan, disbursedOn: desk.platform.clock.today() as string, ...change };
  return finance.handoff('care-for-loan', 'finance', { subject: applicationId, data });
}

async function handOver(applicationId: string, change: object = {}): Promise<void> {
  await desk.inbox.receive(await workOf(applicationId, change));
}

function repaid(applicationId: string, loanId: string, change: object = {}): Envelope {
  const figures = { principalFen: 1_000_000, interestFen: 0, creditFen: 0, outstandingPrincipalFen: 0, overdueFen: 0, settled: true };
  const data = { loanId, applicationId, repaymentId: newId('rpm'), ...figures, paidOn: desk.platform.clock.today(), ...change };
  return finance.event('finance.repayment-recorded.v1', loanId, data);
}

function owedAgain(applicationId: string, loanId: string, change: object = {}): Envelope {
  const figures = { outstandingPrincipalFen: 1_000_000, settled: false };
  const data = { loanId, applicationId, repaymentId: newId('rpm'), ...figures, reversedOn: desk.platform.clock.today(), ...change };
  return finance.event('finance.repayment-reversed.v1', loanId, data);
}

/** Of the loan that is looked after, unless another one is named. */
async function takenBack(applicationId: string, loanId?: string): Promise<Envelope> {
  const { care, contractId, customerId, salespersonId } = await story.application(applicationId);
  const ids = { loanId: loanId ?? care?.loanId ?? '', contractId: contractId ?? '', applicationId, customerId, salespersonId };
  const why = { disbursementId: newId('dis'), amountFen: 1, cause: 'BANK_RETURNED' as const, reversedOn: desk.platform.clock.today() };
  return finance.event('finance.disbursement-reversed.v1', applicationId, { ...ids, ...why });
}

async function signed(): Promise<string> {
  const applicationId = await story.given({ desk: 'passed' });
  const source = new MessageSource();
  await desk.inbox.receive(source.event('approval.decision-made.v1', applicationId, story.decisionData(applicationId)));
  await story.signDirectly(applicationId);
  await desk.inbox.receive(source.event('risk.report-finalised.v1', applicationId, story.reportData(applicationId)));
  return applicationId;
}

async function inspect(applicationId: string, change: object = {}): Promise<unknown> {
  const fileId = await desk.upload({ kind: 'application', id: applicationId });
  const input = { applicationId, verdict: 'AS_AGREED' as const, finding: '设备已到位', fileId, ...change };
  return desk.get(RecordInspection).execute(desk.seller, input);
}

describe('[4.20, 4.21] care for a loan', () => {
  test('the first use check completes finance’s handoff, once; misuse becomes work of risk', async () => {
    const applicationId = await signed();
    await handOver(applicationId);
    expect((await careRow(applicationId))?.state).toBe('open');
    await inspect(applicationId, { verdict: 'MISUSE', finding: '资金流入股市' });
    expect(await careRow(applicationId)).toMatchObject({ state: 'completed', outcome: { verdict: 'MISUSE' } });
    expect(await sentTypes(desk.platform)).toContain('sales.inspection-recorded.v1');
    const { care, warnings } = await story.application(applicationId);
    expect(warnings).toMatchObject([{ id: care?.inspections[0]?.id, category: 'CREDIT', level: 'HIGH', outcome: null }]);
    const given = (await handoffRows(desk.platform)).find((row) => row._id === warnings[0]?.handoffId);
    expect(given).toMatchObject({ type: 'assess-alert', to: 'risk', subject: applicationId, data: { loanId: care?.loanId } });
    expect(care?.inspections[0]).toMatchObject({ kind: 'FIRST_USE', done: { verdict: 'MISUSE', finding: '资金流入股市' } });
    expect(await codesOf(inspect(applicationId, { inspectionId: care?.inspections[0]?.id }))).toEqual(['INSPECTION_UNKNOWN']);
  });

  test('[7.3] a payment that was taken back ends the care: the work is recalled, nothing more is due, what was found stays', async () => {
    const [untouched, looked] = [await signed(), await signed()];
    for (const applicationId of [untouched, looked]) await handOver(applicationId);
    await inspect(looked);
    for (const applicationId of [untouched, looked]) await desk.inbox.receive(await takenBack(applicationId));
    expect((await story.application(untouched)).care?.inspections).toEqual([]);
    expect((await careRow(untouched))?.state).toBe('recalled');
    expect((await story.application(looked)).care?.inspections).toMatchObject([{ kind: 'FIRST_USE', done: { verdict: 'AS_AGREED' } }]);
    expect((await careRow(looked))?.state).toBe('completed');
    expect(await codesOf(inspect(looked))).toEqual(['INSPECTION_UNKNOWN']);
  });

  test.each<[string, string, (work: Envelope, end: Envelope) => Envelope[]]>([
    ['repaid after the work came', 'REPAID', (work, end) => [work, end]],
    ['repaid before the work comes', 'REPAID', (work, end) => [end, work]],
    ['repaid, said twice', 'REPAID', (work, end) => [end, work, { ...end, id: newId('evt'), sequence: '000000000002' }]],
    ['taken back before the work comes', 'TAKEN_BACK', (work, end) => [end, work]],
  ])('[4.20] a loan that was %s needs no care: nothing is open, nothing is due', async (_title, how, order) => {
    const applicationId = await signed();
    const loanId = newId('lon');
    const work = await workOf(applicationId, { loanId });
    const end = how === 'REPAID' ? repaid(applicationId, loanId) : await takenBack(applicationId, loanId);
    for (const envelope of order(work, end)) await desk.inbox.receive(envelope);
    expect(await careRow(applicationId)).toMatchObject({ state: 'recalled' });
    expect((await story.application(applicationId)).care).toMatchObject({ loanId, inspections: [] });
    expect(await codesOf(inspect(applicationId))).toEqual(['INSPECTION_UNKNOWN']);
  });

  test('[4.20] a loan whose last repayment is taken back is looked after again, and ends again when it is repaid', async () => {
    const applicationId = await signed();
    const loanId = newId('lon');
    await handOver(applicationId, { loanId });
    await inspect(applicationId);
    const dates = async () => (await story.application(applicationId)).care?.inspections.map(({ kind, dueOn }) => `${kind} ${dueOn}`);
    const before = await dates();
    await desk.inbox.receive(repaid(applicationId, loanId));
    expect(await dates()).toHaveLength(1);
    await desk.inbox.receive(owedAgain(applicationId, loanId));
    expect(await dates()).toEqual(before);
    expect((await story.application(applicationId)).care?.inspections[0]).toMatchObject({ done: { verdict: 'AS_AGREED' } });
    await desk.inbox.receive(repaid(applicationId, loanId));
    expect(await dates()).toHaveLength(1);
  });

  test('[4.20] settled and owed again before the work comes: it is looked after as any other', async () => {
    const applicationId = await signed();
    const loanId = newId('lon');
    for (const heard of [repaid(applicationId, loanId), owedAgain(applicationId, loanId)]) await desk.inbox.receive(heard);
    await desk.inbox.receive(await workOf(applicationId, { loanId }));
    expect(await careRow(applicationId)).toMatchObject({ state: 'open' });
    expect((await story.application(applicationId)).care?.inspections[0]).toMatchObject({ kind: 'FIRST_USE', done: null });
  });

  test.each<[string, (applicationId: string, loanId: string) => Promise<readonly Envelope[]> | readonly Envelope[]]>([
    ['it stays settled all the same', (app, loan) => [repaid(app, loan), owedAgain(app, loan, { settled: true })]],
    ['it was another loan', (app, loan) => [repaid(app, loan), owedAgain(app, newId('lon'))]],
    ['the payment itself was taken back', async (app, loan) => [repaid(app, loan), await takenBack(app, loan), owedAgain(app, loan)]],
  ])('[4.20] a repayment was taken back, but %s: the care stays ended', async (_title, heard) => {
    const applicationId = await signed();
    const loanId = newId('lon');
    await handOver(applicationId, { loanId });
    for (const envelope of await heard(applicationId, loanId)) await desk.inbox.receive(envelope);
    expect((await story.application(applicationId)).care?.inspections).toEqual([]);
  });

  test('a repayment that did not settle the loan is taken back: nothing changes', async () => {
    const applicationId = await signed();
    const loanId = newId('lon');
    await handOver(applicationId, { loanId });
    const before = await story.application(applicationId);
    await desk.inbox.receive(owedAgain(applicationId, loanId));
    await desk.inbox.receive(owedAgain(newId('app'), loanId));
    expect(await story.application(applicationId)).toEqual(before);
  });

  test.each<[string, (applicationId: string, loanId: string) => Envelope]>([
    ['in part', (applicationId, loanId) => repaid(applicationId, loanId, { settled: false })],
    ['by a message from before finance said so', (applicationId, loanId) => repaid(applicationId, loanId, { settled: undefined })],
    ['of another application', (_applicationId, loanId) => repaid(newId('app'), loanId)],
  ])('a loan that was repaid %s is looked after as before', async (_title, part) => {
    const applicationId = await signed();
    const loanId = newId('lon');
    await desk.inbox.receive(part(applicationId, loanId));
    await desk.inbox.receive(await workOf(applicationId, { loanId }));
    expect(await careRow(applicationId)).toMatchObject({ state: 'open' });
    expect((await story.application(applicationId)).care?.inspections[0]).toMatchObject({ kind: 'FIRST_USE', done: null });
  });

  test.each([
    ['a contract that is not signed', {}],
    ['a contract that is not ours', { contractId: newId('con') }],
  ])('work that names %s goes back to finance', async (_title, change) => {
    const applicationId = await story.given({ desk: 'passed' });
    await handOver(applicationId, change);
    expect(await careRow(applicationId)).toMatchObject({ state: 'returned', outcome: { code: 'NOT_DISBURSED' } });
    expect((await story.application(applicationId)).care).toBeNull();
  });

  test.each([
    ['before the payout', async () => inspect(await signed()), ['NOT_DISBURSED']],
    ['without a finding', async () => inspect(await cared(), { finding: ' ' }), ['REASON_REQUIRED']],
    ['with a file that is not there', async () => inspect(await cared(), { fileId: newId('fil') }), ['FILE_NOT_VERIFIED']],
  ])('an inspection %s is refused', async (_title, act, codes) => {
    expect(await codesOf(act())).toEqual(codes);
  });

  async function cared(): Promise<string> {
    const applicationId = await signed();
    await handOver(applicationId);
    return applicationId;
  }
});

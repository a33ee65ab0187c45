import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

async function handOver(applicationId: string, change: object = {}): Promise<void> {
  const { customerId, salespersonId, contractId } = await story.application(applicationId);
  const loan = { applicationId, participants: [], loanId: newId('lon'), contractId: contractId ?? newId('con'), customerId, salespersonId };
  const data = { ...loan, disbursedOn: desk.platform.clock.today() as string, ...change };
  await desk.inbox.receive(finance.handoff('care-for-loan', 'finance', { subject: applicationId, data }));
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
    for (const applicationId of [untouched, looked]) {
      const { care, customerId, salespersonId } = await story.application(applicationId);
      if (!care) throw new Error('there is no care');
      const ids = {
        loanId: care.loanId,
        contractId: care.contractId,
        applicationId,
        customerId,
        salespersonId,
        disbursementId: newId('dis'),
      };
      const reversed = { ...ids, amountFen: 1, cause: 'BANK_RETURNED' as const, reversedOn: desk.platform.clock.today() };
      await desk.inbox.receive(finance.event('finance.disbursement-reversed.v1', applicationId, reversed));
    }
    expect((await story.application(untouched)).care?.inspections).toEqual([]);
    expect((await careRow(untouched))?.state).toBe('recalled');
    expect((await story.application(looked)).care?.inspections).toMatchObject([{ kind: 'FIRST_USE', done: { verdict: 'AS_AGREED' } }]);
    expect((await careRow(looked))?.state).toBe('completed');
    expect(await codesOf(inspect(looked))).toEqual(['INSPECTION_UNKNOWN']);
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

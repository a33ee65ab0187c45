import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { stageOf, timelineOf } from '../../domain/application/stage.js';
import { DraftContract } from '../contract/draft-contract.use-case.js';
import { RepeatPaymentOrder } from '../contract/repeat-payment-order.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});

afterAll(() => desk.stop());

const withdraw = (applicationId: string) => desk.get(WithdrawApplication).execute(desk.seller, { applicationId, reason: '客户不需要了' });
const typesAbout = async (subject: string) =>
  (await sentMessages(desk.platform)).filter((one) => one.subject === subject).map((one) => one.type);

async function approved(): Promise<{ applicationId: string; source: MessageSource; decisionId: string }> {
  const applicationId = await story.given({ desk: 'passed' });
  const source = new MessageSource();
  const data = story.decisionData(applicationId);
  await desk.inbox.receive(source.event('approval.decision-made.v1', applicationId, data));
  return { applicationId, source, decisionId: data.decisionId };
}

test.each(['draft', 'submitted', 'under-check', 'returned', 'resubmitted', 'passed'] as const)(
  '[7.12] in %s: withdrawn, and the departments are told',
  async (state) => {
    const applicationId = await story.given({ desk: state });
    await withdraw(applicationId);
    expect(stageOf(await story.application(applicationId))).toBe('WITHDRAWN');
    expect(await typesAbout(applicationId)).toEqual(['sales.application-withdrawn.v1']);
    expect(await codesOf(withdraw(applicationId))).toEqual(['APPLICATION_WITHDRAWN']);
  },
);

test('[7.12] with a draft contract and the work of signing open: both end, nothing is signed afterwards', async () => {
  const { applicationId, source, decisionId } = await approved();
  await desk.inbox.receive(
    source.handoff('sign-contract', 'approval', { subject: applicationId, data: story.signWork(applicationId, decisionId) }),
  );
  const contractId = await desk.get(DraftContract).execute(desk.seller, { applicationId });
  await withdraw(applicationId);
  const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId && row.direction === 'in');
  expect(rows).toMatchObject([{ type: 'sign-contract', state: 'completed', outcome: { outcome: 'WITHDRAWN' } }]);
  expect((await story.contract(contractId)).state).toBe('void');
  const before = await desk.snapshot();
  expect(await codesOf(story.sign(contractId))).toEqual(['APPLICATION_WITHDRAWN']);
  expect(await codesOf(desk.get(DraftContract).execute(desk.seller, { applicationId }))).toEqual(['APPLICATION_WITHDRAWN']);
  expect(await desk.snapshot()).toBe(before);
});

describe('[7.3, 7.12] after signing', () => {
  async function signed() {
    const made = await approved();
    return { ...made, ...(await story.signDirectly(made.applicationId)) };
  }
  const repeat = (contractId: string) =>
    desk.get(RepeatPaymentOrder).execute(desk.seller, { requestKey: newId('key'), contractId, payeeAccountId: newId('acc') });

  test('a withdrawal is a request; finance’s word makes it so', async () => {
    const { applicationId, contractId, source } = await signed();
    await withdraw(applicationId);
    expect([stageOf(await story.application(applicationId)), (await typesAbout(applicationId)).at(-1)]).toEqual([
      'SIGNED',
      'sales.cancellation-requested.v1',
    ]);
    expect(await codesOf(withdraw(applicationId))).toEqual(['CANCELLATION_PENDING']);
    await desk.inbox.receive(
      source.event('finance.disbursement-cancelled.v1', applicationId, { applicationId, contractId, reason: 'not yet paid' }),
    );
    expect(stageOf(await story.application(applicationId))).toBe('WITHDRAWN');
    expect(await codesOf(repeat(contractId))).toEqual(['APPLICATION_WITHDRAWN']);
  });

  test('refused by finance, the loan stands; money that is out is not taken back', async () => {
    const { applicationId, contractId, source } = await signed();
    await withdraw(applicationId);
    await desk.inbox.receive(source.event('finance.cancellation-refused.v1', applicationId, { applicationId, contractId, reason: 'paid' }));
    expect(stageOf(await story.application(applicationId))).toBe('SIGNED');
    const { customerId, salespersonId, facts } = await story.application(applicationId);
    const terms = facts.decisions[0]?.terms as never as {
      productId: string;
      amountFen: number;
      termMonths: number;
      annualRate: string;
      method: 'BULLET';
    };
    const loan = { applicationId, loanId: newId('lon'), disbursementId: newId('dis'), contractId, customerId, salespersonId };
    const paid = { ...loan, ...terms, disbursedOn: '2026-11-23', firstDueOn: '2026-12-23', firstLoanOfCustomer: true };
    await desk.inbox.receive(source.event('finance.loan-disbursed.v1', applicationId, paid));
    expect(await codesOf(withdraw(applicationId))).toEqual(['LOAN_PAID_OUT']);
    const { loanId, disbursementId } = loan;
    const ids = { loanId, disbursementId, contractId, applicationId, customerId, salespersonId };
    const reversed = { ...ids, amountFen: terms.amountFen, cause: 'BANK_RETURNED' as const, reversedOn: '2026-11-24' };
    await desk.inbox.receive(source.event('finance.disbursement-reversed.v1', applicationId, reversed));
    const after = await story.application(applicationId);
    expect([stageOf(after), timelineOf(after).at(-1)?.stage, after.facts.reversed?.cause]).toEqual([
      'REVERSED',
      'REVERSED',
      'BANK_RETURNED',
    ]);
    expect(after.tasks.map((task) => task.topic)).toContain('REVERSED');
    expect(await codesOf(withdraw(applicationId))).toEqual(['LOAN_PAID_OUT']);
    expect(await codesOf(repeat(contractId))).toEqual(['PAYMENT_NOT_RETURNED']);
  });

  test('[4.19] a payment order that came back may be given once more, never while one is with finance', async () => {
    const { applicationId, contractId, source } = await signed();
    expect(await codesOf(repeat(contractId))).toEqual(['PAYMENT_NOT_RETURNED']);
    const fact = {
      handoffId: newId('hof'),
      handoff: 'disburse-loan',
      at: new Date().toISOString(),
      code: 'PAYEE_NAME_DIFFERS',
      reasons: [],
    };
    await desk.inbox.receive(source.event('finance.handoff-returned.v1', applicationId, fact));
    await story.write(async (tx) => {
      const { Contracts } = await import('../../persistence/contract/contract.repository.js');
      const contract = await desk.get(Contracts).get(contractId, tx);
      const costSheet = {
        costSheetId: newId('cst'),
        hash: 'b'.repeat(64),
        termsHash: 'b'.repeat(64),
        annualCostCompound: '0.12',
        issuedAt: new Date(),
      };
      await desk.get(Contracts).save({ ...contract, costSheet }, tx);
    });
    expect(await codesOf(repeat(contractId))).toEqual([]);
    expect(await codesOf(repeat(contractId))).toEqual(['PAYMENT_NOT_RETURNED']);
    expect((await typesAbout(applicationId)).filter((type) => type === 'handoff.disburse-loan.v1')).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handoffRows, person, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { stageOf } from '../../domain/application/stage.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

describe('[G6, 4.15-4.19] signing', () => {
  test('with everything: state, fact, the work of signing done, and the order to pay, once, without personal data', async () => {
    const { applicationId, contractId } = await story.signed();
    const [application, contract] = [await story.application(applicationId), await story.contract(contractId)];
    expect([application.desk, stageOf(application), contract.state, contract.signedBy]).toEqual([
      'signed',
      'SIGNED',
      'signed',
      desk.seller.employeeId,
    ]);
    expect(application.participants).toContainEqual({ role: 'CONTRACT_SIGNER', employeeId: desk.seller.employeeId });
    const about = (await sentMessages(desk.platform)).filter((message) => message.subject === applicationId);
    const last = about.slice(-3);
    expect(last.map((message) => message.type)).toEqual([
      'sales.handoff-completed.v1',
      'sales.contract-signed.v1',
      'handoff.disburse-loan.v1',
    ]);
    expect(last[2]?.data).toMatchObject({
      contractHash: contract.contractHash,
      costSheetId: contract.costSheet?.costSheetId,
      amountFen: 1_000_000,
    });
    expect(JSON.stringify(about)).not.toMatch(/王小明|13800138000|11010519/);
    const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId);
    expect(rows.find((row) => row.type === 'sign-contract')).toMatchObject({
      state: 'completed',
      outcome: { contractId, outcome: 'SIGNED' },
    });
    expect(rows.filter((row) => row.type === 'disburse-loan')).toHaveLength(1);
    await expect(story.sign(contractId)).rejects.toMatchObject({ code: 'CONTRACT_SIGNED_ALREADY' });
  });

  test.each([
    [['sheet'], ['COST_SHEET_MISSING']],
    [['acknowledgement'], ['COST_SHEET_NOT_ACKNOWLEDGED']],
    [['explanation'], ['EXPLANATION_MISSING']],
    [['AUDIO'], ['RECORDING_MISSING']],
    [['VIDEO'], ['RECORDING_MISSING']],
    [
      ['sheet', 'explanation', 'AUDIO', 'VIDEO'],
      ['COST_SHEET_MISSING', 'EXPLANATION_MISSING', 'RECORDING_MISSING', 'RECORDING_MISSING'],
    ],
  ] as const)('[G6] without %j is refused, and nothing changed', async (without, codes) => {
    const { contractId } = await story.readyContract(without);
    const before = await desk.snapshot();
    const refusal = await story.sign(contractId).then(
      () => null,
      (error: { code: string; all?: { code: string }[] }) => error,
    );
    expect(refusal?.all?.map((one) => one.code) ?? [refusal?.code]).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('[2.2] only by the salesperson of the application', async () => {
    const { contractId } = await story.readyContract();
    const before = await desk.snapshot();
    await expect(story.sign(contractId, person('sales', 'salesperson'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(story.sign(contractId, desk.manager)).rejects.toMatchObject({ code: 'NOT_THE_SALESPERSON' });
    expect(await desk.snapshot()).toBe(before);
  });

  test('[G5] not after the approval lapsed between draft and signing', async () => {
    const { applicationId, contractId } = await story.readyContract();
    const { decisionId } = await story.contract(contractId);
    await desk.inbox.receive(
      desk.source.event('approval.decision-lapsed.v1', applicationId, { applicationId, decisionId, reason: 'ran out' }),
    );
    const before = await desk.snapshot();
    await expect(story.sign(contractId)).rejects.toMatchObject({ code: 'APPROVAL_MISSING', data: { state: 'LAPSED' } });
    expect(await desk.snapshot()).toBe(before);
    expect((await handoffRows(desk.platform)).find((row) => row.subject === applicationId && row.type === 'sign-contract')?.state).toBe(
      'recalled',
    );
  });

  test('[G5] not on a decision that a later one replaced', async () => {
    const { applicationId, contractId } = await story.readyContract();
    await story.decide(applicationId);
    await expect(story.sign(contractId)).rejects.toMatchObject({ code: 'APPROVAL_MISSING', data: { state: 'REPLACED' } });
  });

  test('[7.12] of two people who sign at once one does, and finance is ordered to pay once', async () => {
    const { applicationId, contractId } = await story.readyContract();
    const outcomes = await Promise.allSettled([story.sign(contractId), story.sign(contractId), story.sign(contractId)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    for (const code of codes) expect(['CONTRACT_SIGNED_ALREADY', 'CHANGED_MEANWHILE']).toContain(code);
    const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId && row.type === 'disburse-loan');
    expect(rows).toHaveLength(1);
    expect((await story.contract(contractId)).history.map(({ state }) => state)).toEqual(['draft', 'signed']);
  });

  test('[G6] not a draft that was replaced by one of other terms: its sheet, explanation and recordings count for it alone', async () => {
    const { applicationId, contractId } = await story.readyContract();
    const { DraftContract } = await import('./draft-contract.use-case.js');
    const other = await desk.get(DraftContract).execute(desk.seller, { applicationId, amount: 500_000 });
    await expect(story.sign(contractId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(story.sign(other)).rejects.toMatchObject({ code: 'COST_SHEET_MISSING' });
    expect(await story.contract(other)).toMatchObject({ acknowledgement: null, explanation: null, recordings: [] });
  });

  test('the same request key signs once', async () => {
    const { applicationId, contractId } = await story.readyContract();
    const { SignContract } = await import('./sign-contract.use-case.js');
    const input = { requestKey: 'key-1', contractId, payeeAccountId: 'acc_00000000000000000000000000' };
    const answers = [await desk.get(SignContract).execute(desk.seller, input), await desk.get(SignContract).execute(desk.seller, input)];
    expect(answers).toEqual([contractId, contractId]);
    const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId && row.type === 'disburse-loan');
    expect(rows).toHaveLength(1);
  });
});

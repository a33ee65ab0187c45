import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { addDays, newId } from '@weilend/kernel';
import { handoffRows, sentMessages } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

interface Conditional {
  readonly applicationId: string;
  readonly decisionId: string;
  readonly conditionIds: readonly string[];
}

async function conditional(): Promise<Conditional> {
  const { caseId, applicationId } = await desk.open({ amountFen: 5_000_000 });
  const dueOn = addDays(desk.platform.clock.today(), 5);
  const conditions = ['追加保证人', '办理保险'].map((text) => ({ text, dueOn, evidenceKind: 'DOCUMENT' as const }));
  await desk.acts.proposeTerms.execute(desk.cast.secretary, { caseId, conditions });
  await desk.acts.castVote.execute(desk.cast.chair, { caseId, choice: 'YES', reason: '风险可控' });
  await desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
  const decision = await decisionOf(applicationId);
  return { applicationId, decisionId: String(decision?.id), conditionIds: (decision?.conditions ?? []).map((one) => one.conditionId) };
}

const decisionOf = async (applicationId: string) => (await read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx)))[0];
const about = async (applicationId: string) => (await sentMessages(desk.platform)).filter((message) => message.subject === applicationId);
const evidence = ({ applicationId, decisionId }: Conditional, conditionIds: readonly string[]): Envelope =>
  desk.source.handoff('confirm-conditions', 'sales', {
    subject: applicationId,
    data: {
      applicationId,
      decisionId,
      participants: [],
      evidence: conditionIds.map((conditionId) => ({ conditionId, fileId: newId('fil'), sha256: 'b'.repeat(64) })),
    },
  });
const confirm = (decisionId: string, who = desk.cast.secretary) => desk.acts.confirmConditions.execute(who, { decisionId });

describe('[4.14] conditions are confirmed', () => {
  test('evidence for all, the secretary confirms, sales may sign', async () => {
    const made = await conditional();
    await desk.inbox.receive(evidence(made, made.conditionIds));
    expect(await decisionOf(made.applicationId)).toMatchObject({ state: 'evidenced' });
    await confirm(made.decisionId);
    expect(await decisionOf(made.applicationId)).toMatchObject({ state: 'in-force' });
    expect((await about(made.applicationId)).slice(-3).map((message) => message.type)).toEqual([
      'approval.conditions-confirmed.v1',
      'approval.handoff-completed.v1',
      'handoff.sign-contract.v1',
    ]);
    const open = (await handoffRows(desk.platform)).filter(
      (row) => row.subject === made.applicationId && row.direction === 'in' && row.state === 'open',
    );
    expect(open).toEqual([]);
  });

  test('evidence that does not convince goes back, and may come again', async () => {
    const made = await conditional();
    await desk.inbox.receive(evidence(made, made.conditionIds));
    await desk.acts.returnConditions.execute(desk.cast.secretary, { decisionId: made.decisionId, reasons: ['公证书缺页'] });
    expect((await about(made.applicationId)).at(-1)).toMatchObject({
      type: 'approval.handoff-returned.v1',
      data: { code: 'EVIDENCE_NOT_ACCEPTED', reasons: ['公证书缺页'] },
    });
    await desk.inbox.receive(evidence(made, made.conditionIds));
    await confirm(made.decisionId);
    expect(await decisionOf(made.applicationId)).toMatchObject({ state: 'in-force' });
  });
});

describe('[G5] no way around the conditions', () => {
  test.each([
    ['evidence for one of two', (made: Conditional) => evidence(made, made.conditionIds.slice(0, 1)), 'EVIDENCE_MISSING'],
    ['evidence for a strange condition', (made: Conditional) => evidence(made, [...made.conditionIds, newId('cnd')]), 'EVIDENCE_UNKNOWN'],
    [
      'evidence for a strange decision',
      (made: Conditional) => evidence({ ...made, decisionId: newId('dec') }, made.conditionIds),
      'DECISION_UNKNOWN',
    ],
    [
      'evidence for the decision of another application',
      (made: Conditional) => evidence({ ...made, applicationId: newId('app') }, made.conditionIds),
      'DECISION_UNKNOWN',
    ],
  ])('%s goes back', async (_name, forge, code) => {
    const made = await conditional();
    const envelope = forge(made);
    await desk.inbox.receive(envelope);
    expect(await decisionOf(made.applicationId)).toMatchObject({ state: 'awaiting-conditions' });
    expect((await about(envelope.subject)).at(-1)).toMatchObject({ type: 'approval.handoff-returned.v1', data: { code } });
  });

  test('[4.14] nothing is confirmed before there is evidence, nor twice, and a refusal changes nothing', async () => {
    const made = await conditional();
    const before = await about(made.applicationId);
    await expect(confirm(made.decisionId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await about(made.applicationId)).toEqual(before);
    await desk.inbox.receive(evidence(made, made.conditionIds));
    await confirm(made.decisionId);
    await expect(confirm(made.decisionId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('[7.3] who sold the loan does not confirm its conditions', async () => {
    const made = await conditional();
    await desk.inbox.receive(evidence(made, made.conditionIds));
    await expect(confirm(made.decisionId, desk.cast.seller)).rejects.toMatchObject({ code: 'CONFIRMED_BY_SELLER' });
  });

  test('a withdrawal takes the evidence back, in both orders', async () => {
    for (const late of [true, false]) {
      const made = await conditional();
      const { applicationId } = made;
      const gone = () =>
        desk.source.event('sales.application-withdrawn.v1', applicationId, {
          applicationId,
          reason: '放弃',
          withdrawnAt: '2026-11-23T02:00:00.000Z',
        });
      const steps = late ? [() => evidence(made, made.conditionIds), gone] : [gone, () => evidence(made, made.conditionIds)];
      for (const step of steps) await desk.inbox.receive(step());
      expect(await decisionOf(applicationId)).toMatchObject({ state: 'lapsed' });
      const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId && row.type === 'confirm-conditions');
      expect(rows.map((row) => row.state)).toEqual(['recalled']);
    }
  });

  test('evidence that waits when the approval runs out goes back', async () => {
    const made = await conditional();
    await desk.inbox.receive(evidence(made, made.conditionIds));
    await read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: 91 * 86_400_000, step: 1 }, tx));
    await expect(confirm(made.decisionId)).rejects.toMatchObject({ code: 'DECISION_LAPSED' });
    await desk.acts.lapseDecisions.execute();
    expect((await about(made.applicationId)).slice(-2).map((message) => message.data['code'] ?? message.type)).toEqual([
      'approval.decision-lapsed.v1',
      'DECISION_LAPSED',
    ]);
  });
});

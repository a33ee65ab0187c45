import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { handoffRows, sentMessages, sentTypes } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

const vote = (caseId: string, member: EmployeeActor | undefined, choice: 'YES' | 'NO', reason = '现金流充足') =>
  desk.acts.castVote.execute(member as EmployeeActor, { caseId, choice, reason });
const decide = (caseId: string) => desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
const about = async (applicationId: string) => (await sentMessages(desk.platform)).filter((message) => message.subject === applicationId);
const decisionOf = async (applicationId: string) =>
  (await read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx))).at(-1);

describe('[4.12] an approval', () => {
  test('decision, event, completed handoff and the next work are one transaction', async () => {
    const { caseId, applicationId, handoffId } = await desk.open({ scorecardHash: 'b'.repeat(64) });
    const [a, b, c] = desk.cast.members;
    await vote(caseId, a, 'YES');
    await vote(caseId, b, 'YES');
    await vote(caseId, c, 'NO', '负债偏高');
    await decide(caseId);

    const messages = await about(applicationId);
    expect(messages.map((message) => message.type)).toEqual([
      'approval.decision-made.v1',
      'approval.handoff-completed.v1',
      'handoff.sign-contract.v1',
    ]);
    const decision = await decisionOf(applicationId);
    expect(decision).toMatchObject({
      result: 'APPROVED',
      state: 'in-force',
      authority: 'SMALL',
      policyVersion: 1,
      tally: { base: 3, cast: 3, yes: 2 },
    });
    expect(messages[0]?.data).toMatchObject({
      decisionId: decision?.id,
      result: 'APPROVED',
      terms: { amountFen: 8_000_000 },
      reportVersion: 1,
      reportHash: 'a'.repeat(64),
      ...{ policyVersion: 1, policyHash: decision?.policyHash },
      ...{ scorecardId: 'individual', scorecardVersion: 1, scorecardHash: 'b'.repeat(64) },
      minutesHash: decision?.minutesHash,
    });
    for (const hash of [decision?.policyHash, 'b'.repeat(64)]) expect(decision?.minutesHtml).toContain(hash);
    expect(messages[0]?.data['participants']).toHaveLength(6);
    expect(decision?.minutesHtml).toContain('负债偏高');
    const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId);
    expect(rows.map((row) => [row.type, row.direction, row.state])).toEqual([
      ['decide-application', 'in', 'completed'],
      ['sign-contract', 'out', 'open'],
    ]);
    expect(rows[0]?._id).toBe(handoffId);
  });

  test('the chair alone decides a small loan', async () => {
    const { caseId, applicationId } = await desk.open({ amountFen: 5_000_000 });
    await vote(caseId, desk.cast.chair, 'YES');
    await decide(caseId);
    expect(await decisionOf(applicationId)).toMatchObject({ result: 'APPROVED', authority: 'INDIVIDUAL' });
  });

  test('lower terms and a condition make it conditional', async () => {
    const { caseId, applicationId } = await desk.open();
    const dueOn = desk.platform.clock.today();
    const conditions = [{ text: '追加配偶保证', dueOn, evidenceKind: 'GUARANTEE' as const }];
    await desk.acts.proposeTerms.execute(desk.cast.secretary, { caseId, amountFen: 6_000_000, conditions });
    await vote(caseId, desk.cast.members[0], 'YES');
    await vote(caseId, desk.cast.chair, 'YES');
    await decide(caseId);
    const messages = await about(applicationId);
    expect(messages.map((message) => message.type)).toEqual([
      'approval.decision-made.v1',
      'approval.handoff-completed.v1',
      'handoff.fulfil-conditions.v1',
    ]);
    expect(await decisionOf(applicationId)).toMatchObject({
      result: 'CONDITIONAL',
      state: 'awaiting-conditions',
      terms: { amountFen: 6_000_000 },
    });
    expect(messages[2]?.data['conditions']).toMatchObject([{ text: '追加配偶保证', evidenceKind: 'GUARANTEE' }]);
  });
});

describe('[4.13] a rejection', () => {
  test('carries reasons and asks sales to inform the customer', async () => {
    const { caseId, applicationId } = await desk.open();
    await vote(caseId, desk.cast.members[0], 'NO', '收入不稳定');
    await vote(caseId, desk.cast.members[1], 'NO', '负债过高');
    await decide(caseId);
    expect((await about(applicationId)).map((message) => message.type)).toEqual([
      'approval.decision-made.v1',
      'approval.handoff-completed.v1',
      'handoff.inform-customer.v1',
    ]);
    expect(await decisionOf(applicationId)).toMatchObject({
      result: 'REJECTED',
      terms: null,
      validUntil: null,
      reasons: ['收入不稳定', '负债过高'],
    });
  });

  test("the chair's veto turns yes into no", async () => {
    const { caseId, applicationId } = await desk.open();
    for (const member of desk.cast.members.slice(0, 3)) await vote(caseId, member, 'YES');
    await desk.acts.vetoCase.execute(desk.cast.chair, { caseId, reason: '行业风险' });
    await decide(caseId);
    expect(await decisionOf(applicationId)).toMatchObject({ result: 'REJECTED', vetoed: true, reasons: ['行业风险'] });
  });
});

describe('[G4] walking around the vote changes nothing', () => {
  const refused = async (caseId: string, act: () => Promise<unknown>, code: string): Promise<void> => {
    const before = await sentTypes(desk.platform);
    const found = await read(desk.platform, (tx) => desk.cases.get(caseId, tx));
    await expect(act()).rejects.toMatchObject({ code });
    expect(await sentTypes(desk.platform)).toEqual(before);
    expect(await read(desk.platform, (tx) => desk.cases.get(caseId, tx))).toEqual(found);
  };

  test('no decision without a quorum', async () => {
    const { caseId } = await desk.open();
    await vote(caseId, desk.cast.members[0], 'YES');
    await refused(caseId, () => decide(caseId), 'QUORUM_NOT_REACHED');
  });

  test.each([
    ['the salesperson', () => desk.cast.seller],
    ['an investigator who also sits on the committee', () => desk.cast.investigators[0]],
  ])('%s may not vote', async (_name, who) => {
    const { caseId } = await desk.open();
    await refused(caseId, () => vote(caseId, who(), 'YES'), 'SEGREGATION_OF_DUTIES');
  });

  test('nobody votes twice', async () => {
    const { caseId } = await desk.open();
    await vote(caseId, desk.cast.members[0], 'YES');
    await refused(caseId, () => vote(caseId, desk.cast.members[0], 'NO'), 'ALREADY_VOTED');
  });

  test('the vote of a member recused later makes no quorum', async () => {
    const { caseId } = await desk.open();
    await vote(caseId, desk.cast.members[0], 'YES');
    await vote(caseId, desk.cast.members[1], 'YES');
    await desk.acts.recuseMember.execute(desk.cast.chair, { caseId, employeeId: String(desk.cast.members[0]?.employeeId), reason: '亲属' });
    await refused(caseId, () => decide(caseId), 'QUORUM_NOT_REACHED');
    await refused(caseId, () => vote(caseId, desk.cast.members[0], 'YES'), 'RECUSED');
  });

  test('nothing is decided twice', async () => {
    const { caseId } = await desk.open({ amountFen: 5_000_000 });
    await vote(caseId, desk.cast.chair, 'YES');
    await decide(caseId);
    await refused(caseId, () => decide(caseId), 'ILLEGAL_TRANSITION');
    await refused(caseId, () => vote(caseId, desk.cast.chair, 'NO'), 'ILLEGAL_TRANSITION');
  });

  test('two members who take the last seat at once: one of them sits', async () => {
    const { caseId } = await desk.open();
    const [a, b, c, d] = desk.cast.members;
    await vote(caseId, a, 'YES');
    await vote(caseId, b, 'YES');
    const outcomes = await Promise.allSettled([vote(caseId, c, 'NO', 'x'), vote(caseId, d, 'NO', 'x')]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const [late] = outcomes.filter((outcome) => outcome.status === 'rejected') as PromiseRejectedResult[];
    expect(late?.reason).toMatchObject({ code: 'SEATS_TAKEN' });
  });
});

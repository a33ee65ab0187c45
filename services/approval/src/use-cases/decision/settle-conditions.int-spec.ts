import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { sentMessages, sentTypes } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { aPolicy, aReport } from '../../../test/builders/cast.builder.js';

const DAY = 86_400_000;
let desk: Desk;
let moved = 0;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

interface Made {
  readonly caseId: string;
  readonly applicationId: string;
  readonly decisionId: string;
  readonly conditionIds: readonly string[];
}

const member = (place: number): EmployeeActor => desk.cast.members[place] as EmployeeActor;
const today = () => desk.platform.clock.today();
const later = (days: number) => {
  moved += days * DAY;
  return read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: moved, step: moved }, tx));
};
const decisionsOf = (applicationId: string) => read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx));
const decisionOf = async ({ decisionId }: Made) => read(desk.platform, (tx) => desk.decisions.get(decisionId, tx));
const about = async (applicationId: string) => (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId);
const vote = (who: EmployeeActor, caseId: string, choice: 'YES' | 'NO' = 'YES') =>
  desk.acts.castVote.execute(who, { caseId, choice, reason: '已阅报告' });
const decide = (caseId: string) => desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
const evidence = ({ applicationId, decisionId }: Made, conditionIds: readonly string[]) =>
  desk.inbox.receive(
    desk.source.handoff('confirm-conditions', 'sales', {
      subject: applicationId,
      data: {
        ...{ applicationId, decisionId, participants: [] },
        evidence: conditionIds.map((conditionId) => ({ conditionId, fileId: newId('fil'), sha256: 'b'.repeat(64) })),
      },
    }),
  );

async function conditional(dueInDays = 5): Promise<Made> {
  const { caseId, applicationId } = await desk.open();
  const conditions = ['追加保证人', '办理保险'].map((text, place) => {
    return { text, dueOn: addDays(today(), dueInDays + place), evidenceKind: 'DOCUMENT' as const };
  });
  await desk.acts.proposeTerms.execute(desk.cast.secretary, { caseId, conditions });
  for (const place of [0, 1]) await vote(member(place), caseId);
  await decide(caseId);
  const [decision] = await decisionsOf(applicationId);
  const conditionIds = (decision?.conditions ?? []).map((one) => one.conditionId);
  return { caseId, applicationId, decisionId: String(decision?.id), conditionIds };
}

/** Sales tells of a paper that was put to the application. */
function filed(applicationId: string, { fileId, sha256 }: { fileId: string; sha256: string }): Promise<unknown> {
  const paper = { documentId: newId('doc'), fileId, sha256, round: 2 };
  const by = { attachedBy: desk.cast.seller.employeeId, attachedAt: '2026-11-23T02:00:00.000Z' };
  return desk.inbox.receive(desk.source.event('sales.document-attached.v1', applicationId, { applicationId, ...paper, ...by }));
}

/** Sales tells that the customer has another salesperson. */
function transferred(applicationId: string, to: EmployeeActor): Promise<unknown> {
  const whose = { formerSalespersonId: desk.cast.seller.employeeId, salespersonId: to.employeeId, transferredOn: today() };
  const data = { applicationId, customerId: newId('cus'), ...whose };
  return desk.inbox.receive(desk.source.event('sales.application-transferred.v1', applicationId, data));
}

/** Sales tells of a round with one paper. */
function handedIn(applicationId: string, round: number, paper: string): Promise<unknown> {
  const { customerId, salespersonId, productId, amountFen, termMonths, method, purpose } = aReport(desk.cast, { applicationId });
  const asked = { applicationId, customerId, salespersonId, productId, amountFen, termMonths, method, purpose };
  return desk.inbox.receive(
    desk.source.event('sales.application-submitted.v1', applicationId, { ...asked, round, documentHashes: [paper] }),
  );
}

async function rejected(): Promise<Made> {
  const { caseId, applicationId } = await desk.open();
  for (const place of [0, 1]) await vote(member(place), caseId, 'NO');
  await decide(caseId);
  const [decision] = await decisionsOf(applicationId);
  return { caseId, applicationId, decisionId: String(decision?.id), conditionIds: [] };
}

describe('[4.14, G5] conditions one by one', () => {
  test('one confirmed, one returned: no contract until the other is confirmed too', async () => {
    const made = await conditional();
    const [first, second] = made.conditionIds as [string, string];
    await evidence(made, made.conditionIds);
    await desk.acts.confirmConditions.execute(desk.cast.secretary, { decisionId: made.decisionId, conditionIds: [first] });
    expect(await decisionOf(made)).toMatchObject({ state: 'evidenced', conditionDueOn: addDays(today(), 6) });
    await desk.acts.returnConditions.execute(desk.cast.secretary, {
      decisionId: made.decisionId,
      reasons: ['保单缺页'],
      conditionIds: [second],
    });
    const said = await about(made.applicationId);
    expect(said.map((one) => one.type)).not.toContain('handoff.sign-contract.v1');
    expect(said.at(-1)).toMatchObject({ type: 'approval.handoff-returned.v1', data: { code: 'EVIDENCE_NOT_ACCEPTED', parts: [second] } });
    await evidence(made, [second]);
    await desk.acts.confirmConditions.execute(desk.cast.secretary, { decisionId: made.decisionId });
    expect(await decisionOf(made)).toMatchObject({ state: 'in-force', conditionDueOn: null });
    expect((await about(made.applicationId)).at(-1)?.type).toBe('handoff.sign-contract.v1');
  });

  test('the committee waives by a vote, and the last waiver puts the approval in force', async () => {
    const made = await conditional();
    for (const conditionId of made.conditionIds) {
      const { decisionId } = made;
      await desk.acts.requestConditionChange.execute(desk.cast.secretary, { decisionId, conditionId, kind: 'WAIVE', reason: '已无必要' });
      await expect(desk.acts.decideConditionChange.execute(desk.cast.secretary, { decisionId })).rejects.toMatchObject({
        code: 'QUORUM_NOT_REACHED',
      });
      await expect(desk.acts.settleConditionChange.execute(desk.cast.chair, { decisionId, granted: true })).rejects.toMatchObject({
        code: 'CONDITION_CHANGE_BY_VOTE',
      });
      for (const place of [0, 1])
        await desk.acts.voteConditionChange.execute(member(place), { decisionId, choice: 'YES', reason: '同意豁免' });
      await desk.acts.decideConditionChange.execute(desk.cast.secretary, { decisionId });
    }
    expect(await decisionOf(made)).toMatchObject({
      state: 'in-force',
      conditions: [{ waivedReason: '已无必要' }, { waivedReason: '已无必要' }],
    });
    const types = (await about(made.applicationId)).map((one) => one.type);
    expect(types.filter((type) => type === 'approval.condition-changed.v1')).toHaveLength(2);
    expect(types.at(-1)).toBe('handoff.sign-contract.v1');
  });

  test('who sold or investigated the loan has no vote on its conditions', async () => {
    const { decisionId, conditionIds } = await conditional();
    const conditionId = String(conditionIds[0]);
    await desk.acts.requestConditionChange.execute(desk.cast.secretary, { decisionId, conditionId, kind: 'WAIVE', reason: '已无必要' });
    for (const who of [desk.cast.seller, desk.cast.investigators[0]]) {
      const act = desk.acts.voteConditionChange.execute(who, { decisionId, choice: 'YES', reason: '同意豁免' });
      await expect(act).rejects.toMatchObject({ code: 'SEGREGATION_OF_DUTIES' });
    }
  });

  test('the chair puts a day off where the policy leaves it to him', async () => {
    const policyId = await desk.acts.publishPolicy.execute(desk.cast.secretary, { ...aPolicy, conditionChange: 'CHAIR' });
    await desk.acts.approvePolicy.execute(desk.cast.chair, { policyId });
    const made = await conditional();
    const { decisionId } = made;
    const newDueOn = addDays(today(), 20);
    const conditionId = String(made.conditionIds[0]);
    const ask = { decisionId, conditionId, kind: 'EXTEND' as const, newDueOn, reason: '登记机关延后' };
    await desk.acts.requestConditionChange.execute(desk.cast.secretary, ask);
    await expect(desk.acts.settleConditionChange.execute(member(0), { decisionId, granted: true })).rejects.toMatchObject({
      code: 'NOT_A_MEMBER',
    });
    await desk.acts.settleConditionChange.execute(desk.cast.chair, { decisionId, granted: true });
    expect(await decisionOf(made)).toMatchObject({
      conditions: [{ dueOn: newDueOn }, {}],
      conditionDueOn: addDays(today(), 6),
      conditionChange: null,
    });
  });
});

describe('[4.14] the days of conditions', () => {
  test('the owner is reminded once; a day that passes without evidence takes the approval', async () => {
    const made = await conditional(3);
    const waiting = await conditional(3);
    await evidence(waiting, waiting.conditionIds);
    await desk.acts.remindOfConditions.execute();
    await desk.acts.remindOfConditions.execute();
    const reminders = (await about(made.applicationId)).filter((one) => one.type === 'approval.deadline-reminded.v1');
    expect(reminders.map((one) => one.data)).toMatchObject([{ kind: 'CONDITION', employeeId: desk.cast.seller.employeeId }]);
    await later(3);
    await desk.acts.lapseDecisions.execute();
    expect(await decisionOf(made)).toMatchObject({ state: 'awaiting-conditions' });
    await later(1);
    await desk.acts.lapseDecisions.execute();
    expect(await decisionOf(made)).toMatchObject({ state: 'lapsed', lapsedReason: 'CONDITION_EXPIRED' });
    expect((await about(made.applicationId)).at(-1)).toMatchObject({
      type: 'approval.decision-lapsed.v1',
      data: { reason: 'CONDITION_EXPIRED' },
    });
    expect(await decisionOf(waiting)).toMatchObject({ state: 'evidenced' });
  });
});

describe('[4.12, 4.14] a new report after the days of a condition ran out', () => {
  test('is the second look, and a third is returned', async () => {
    const made = await conditional(3);
    await later(4);
    await desk.acts.lapseDecisions.execute();
    const again = (reportVersion: number) => desk.open({ applicationId: made.applicationId, reportVersion });
    const casesOf = () => read(desk.platform, (tx) => desk.cases.ofApplication(made.applicationId, tx));
    await again(2);
    const cases = await casesOf();
    expect(cases.map((one) => one.reconsiders)).toEqual([null, made.decisionId]);
    for (const place of [0, 1]) await vote(member(place), String(cases[1]?.id), 'NO');
    await decide(String(cases[1]?.id));
    await again(3);
    expect(await casesOf()).toHaveLength(2);
    expect((await about(made.applicationId)).at(-1)).toMatchObject({ data: { code: 'RECONSIDERED_ALREADY' } });
  });
});

describe('[4.12] a second look', () => {
  const facts = '客户已结清他行贷款并补交完税证明';
  const paper = { fileId: newId('fil'), sha256: 'e'.repeat(64) };
  const documents = [paper];
  const ask = ({ decisionId }: Made, change: object = {}, who: EmployeeActor = desk.cast.seller) =>
    desk.acts.requestReconsideration.execute(who, { decisionId, facts, documents, ...change });
  const withPaper = async (made: Made): Promise<Made> => {
    await filed(made.applicationId, paper);
    return made;
  };

  test('with new documents the same application is voted on once more; the first decision stays as it was', async () => {
    const made = await withPaper(await rejected());
    const before = await decisionOf(made);
    const caseId = await ask(made);
    expect(await read(desk.platform, (tx) => desk.cases.get(caseId, tx))).toMatchObject({
      ...{ state: 'open', votes: [], reconsiders: made.decisionId, handoffId: null, newFacts: { text: facts, documents } },
      report: { reportId: before.report.reportId },
    });
    for (const place of [0, 1, 2]) await vote(member(place), caseId);
    await decide(caseId);
    const [first, second] = await decisionsOf(made.applicationId);
    expect(first).toEqual(before);
    expect(second).toMatchObject({ result: 'APPROVED', state: 'in-force', reconsiders: made.decisionId });
    expect((await about(made.applicationId)).at(-1)?.type).toBe('handoff.sign-contract.v1');
  });

  test('a second no is final', async () => {
    const made = await withPaper(await rejected());
    const caseId = await ask(made);
    for (const place of [0, 1]) await vote(member(place), caseId, 'NO');
    await decide(caseId);
    const second = (await decisionsOf(made.applicationId)).at(-1);
    await expect(ask({ ...made, decisionId: String(second?.id) })).rejects.toMatchObject({ code: 'RECONSIDERED_ALREADY' });
    await expect(ask(made)).rejects.toMatchObject({ code: 'RECONSIDERED_ALREADY' });
  });

  test('a new report after a rejection is the second look, and a third is returned', async () => {
    const made = await withPaper(await rejected());
    const again = (reportVersion: number) => desk.open({ applicationId: made.applicationId, reportVersion });
    await again(2);
    const cases = await read(desk.platform, (tx) => desk.cases.ofApplication(made.applicationId, tx));
    expect(cases.map((one) => one.reconsiders)).toEqual([null, made.decisionId]);
    for (const place of [0, 1]) await vote(member(place), String(cases[1]?.id), 'NO');
    await decide(String(cases[1]?.id));
    await again(3);
    expect(await read(desk.platform, (tx) => desk.cases.ofApplication(made.applicationId, tx))).toHaveLength(2);
    expect((await about(made.applicationId)).at(-1)).toMatchObject({ data: { code: 'RECONSIDERED_ALREADY' } });
  });

  test.each<[string, (made: Made) => Promise<unknown>, string]>([
    ['without a document', (made) => ask(made, { documents: [] }), 'NEW_FACTS_MISSING'],
    ['without words', (made) => ask(made, { facts: '请复议' }), 'NEW_FACTS_MISSING'],
    ['by a member', (made) => ask(made, {}, member(0)), 'RECONSIDERATION_NOT_YOURS'],
    ['with a hash that somebody typed', (made) => ask(made, { documents: [{ ...paper, sha256: '0'.repeat(64) }] }), 'NEW_FACT_UNKNOWN'],
    [
      'with a paper of another application',
      async (made) => {
        const foreign = { fileId: newId('fil'), sha256: '1'.repeat(64) };
        await filed(newId('app'), foreign);
        return ask(made, { documents: [...documents, foreign] });
      },
      'NEW_FACT_UNKNOWN',
    ],
  ])('not %s, and nothing changes', async (_name, act, code) => {
    const made = await withPaper(await rejected());
    const before = await sentTypes(desk.platform);
    await expect(act(made)).rejects.toMatchObject({ code });
    expect(await sentTypes(desk.platform)).toEqual(before);
    expect(await read(desk.platform, (tx) => desk.cases.ofApplication(made.applicationId, tx))).toHaveLength(1);
  });

  test('not with the papers that were handed in with the application, in whatever round', async () => {
    const made = await withPaper(await rejected());
    for (const [round, sha256] of ['e', 'f'].entries()) await handedIn(made.applicationId, round + 1, sha256.repeat(64));
    const old = ['e', 'f'].map((letter) => ({ fileId: newId('fil'), sha256: letter.repeat(64) }));
    const fresh = { fileId: newId('fil'), sha256: '9'.repeat(64) };
    // The same bytes once more are the same paper.
    for (const one of [...old, fresh, fresh]) await filed(made.applicationId, one);
    await expect(ask(made, { documents: old })).rejects.toMatchObject({ code: 'NEW_FACTS_MISSING' });
    await ask(made, { documents: [...old, fresh] });
  });

  test('not with evidence that was sent back before the condition ended the approval', async () => {
    const made = await conditional(3);
    await evidence(made, made.conditionIds);
    await desk.acts.returnConditions.execute(desk.cast.secretary, { decisionId: made.decisionId, reasons: ['保单缺页'] });
    await later(4);
    await desk.acts.lapseDecisions.execute();
    const refused = { fileId: newId('fil'), sha256: 'b'.repeat(64) };
    await filed(made.applicationId, refused);
    await expect(ask(made, { documents: [refused] })).rejects.toMatchObject({ code: 'NEW_FACTS_MISSING' });
    await withPaper(made);
    await ask(made, { documents: [refused, paper] });
  });

  test('[2.13] is asked for by who serves the customer now; he and who had him before have a part in it', async () => {
    const made = await withPaper(await rejected());
    await transferred(made.applicationId, member(1));
    await expect(ask(made)).rejects.toMatchObject({ code: 'RECONSIDERATION_NOT_YOURS' });
    const caseId = await ask(made, {}, member(1));
    const opened = await read(desk.platform, (tx) => desk.cases.get(caseId, tx));
    expect(opened).toMatchObject({ salespersonId: member(1).employeeId, newFacts: { requestedBy: member(1).employeeId } });
    expect(opened.participants).toEqual(
      expect.arrayContaining([desk.cast.seller, member(1)].map(({ employeeId }) => ({ role: 'SALESPERSON', employeeId }))),
    );
    await expect(vote(member(1), caseId)).rejects.toMatchObject({ code: 'SEGREGATION_OF_DUTIES' });
  });

  test('[2.13] or by the manager of sales', async () => {
    const made = await withPaper(await rejected());
    const manager: EmployeeActor = { ...desk.cast.seller, employeeId: newId('emp'), roles: ['sales-manager'] };
    await expect(ask(made, {}, { ...manager, roles: ['salesperson'] })).rejects.toMatchObject({ code: 'RECONSIDERATION_NOT_YOURS' });
    await ask(made, {}, manager);
  });

  test('[2.13, 7.3] who takes the customer over while the case is open loses his vote, also one that he gave', async () => {
    const { caseId, applicationId } = await desk.open();
    await vote(member(0), caseId);
    await transferred(applicationId, member(0));
    await vote(member(1), caseId);
    await expect(decide(caseId)).rejects.toMatchObject({ code: 'QUORUM_NOT_REACHED' });
    await vote(member(2), caseId);
    await decide(caseId);
    expect((await decisionsOf(applicationId))[0]).toMatchObject({ result: 'APPROVED', salespersonId: member(0).employeeId });
  });

  test('not of an approval, and not twice at once', async () => {
    const approved = await conditional();
    await expect(ask(approved)).rejects.toMatchObject({ code: 'RECONSIDERATION_CLOSED' });
    const made = await withPaper(await rejected());
    const outcomes = await Promise.allSettled([ask(made), ask(made), ask(made)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('not after the customer withdrew', async () => {
    const made = await withPaper(await rejected());
    const data = { applicationId: made.applicationId, reason: '另有安排', withdrawnAt: '2026-11-23T02:00:00.000Z' };
    await desk.inbox.receive(desk.source.event('sales.application-withdrawn.v1', made.applicationId, data));
    await expect(ask(made)).rejects.toMatchObject({ code: 'APPLICATION_WITHDRAWN' });
  });
});

describe('[4.12] a tie', () => {
  test('goes back to risk where the policy of the band says so', async () => {
    const bands = aPolicy.bands.map((band) => ({ ...band, tie: 'RETURN' as const }));
    const policyId = await desk.acts.publishPolicy.execute(desk.cast.secretary, { ...aPolicy, bands });
    await desk.acts.approvePolicy.execute(desk.cast.chair, { policyId });
    const { caseId, applicationId } = await desk.open();
    await vote(member(0), caseId);
    await vote(member(1), caseId, 'NO');
    await decide(caseId);
    expect(await decisionsOf(applicationId)).toEqual([]);
    expect(await read(desk.platform, (tx) => desk.cases.get(caseId, tx))).toMatchObject({ state: 'returned' });
    expect((await about(applicationId)).map((one) => one.data['code'])).toEqual(['VOTE_TIED']);
  });
});

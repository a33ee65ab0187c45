import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { handoffRows, sentMessages } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';

// Two people act on one case in the same moment, on a real database: one comes first, the other is judged by what he left, nothing is half done.

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

const ROUNDS = 5;
const member = (place: number): EmployeeActor => desk.cast.members[place] as EmployeeActor;
const vote = (who: EmployeeActor, caseId: string, choice: 'YES' | 'NO' = 'YES') =>
  desk.acts.castVote.execute(who, { caseId, choice, reason: '已阅报告' });
const decide = (caseId: string) => desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
const recuse = (caseId: string, place: number) =>
  desk.acts.recuseMember.execute(desk.cast.chair, { caseId, employeeId: member(place).employeeId, reason: '亲属' });
const caseOf = (caseId: string) => read(desk.platform, (tx) => desk.cases.get(caseId, tx));
const decisionsOf = (applicationId: string) => read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx));
const codesOf = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));

/** Whatever came first, the record is whole: a decided case has one decision, its announcement, its closed handoff and its next work; an open one none. */
async function checkWhole(caseId: string, applicationId: string): Promise<void> {
  const [{ state, votes, recusals }, decisions] = [await caseOf(caseId), await decisionsOf(applicationId)];
  const types = (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId).map((one) => one.type);
  const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId);
  const decided = state === 'decided';
  expect(decisions).toHaveLength(decided ? 1 : 0);
  expect(types.filter((type) => type === 'approval.decision-made.v1')).toHaveLength(decided ? 1 : 0);
  expect(rows.find((row) => row.type === 'decide-application')?.state).toBe(decided ? 'completed' : 'open');
  expect(rows.filter((row) => row.direction === 'out')).toHaveLength(decided ? 1 : 0);
  const out = recusals.map((one) => one.employeeId);
  const counted = votes.filter((one) => !out.includes(one.employeeId));
  expect(new Set(votes.map((one) => one.employeeId)).size).toBe(votes.length);
  if (decisions[0])
    expect([decisions[0].tally.cast, decisions[0].tally.yes]).toEqual([
      counted.length,
      counted.filter((one) => one.choice === 'YES').length,
    ]);
}

async function voted(...places: number[]): Promise<{ caseId: string; applicationId: string }> {
  const opened = await desk.open();
  for (const place of places) await vote(member(place), opened.caseId);
  return opened;
}

describe('[4.12, G4] two at once', () => {
  test('two votes of one member: one is cast', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caseId, applicationId } = await voted();
      const outcomes = await Promise.allSettled([vote(member(0), caseId), vote(member(0), caseId, 'NO')]);
      expect(codesOf(outcomes)).toEqual(['ALREADY_VOTED']);
      await checkWhole(caseId, applicationId);
    }
  });

  test('two decisions: one is made', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caseId, applicationId } = await voted(0, 1);
      const outcomes = await Promise.allSettled([decide(caseId), decide(caseId), decide(caseId)]);
      expect(codesOf(outcomes)).toEqual(['ILLEGAL_TRANSITION', 'ILLEGAL_TRANSITION']);
      await checkWhole(caseId, applicationId);
    }
  });

  test('a vote while the case is decided: it counts in the decision, or is refused', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caseId, applicationId } = await voted(0, 1);
      const outcomes = await Promise.allSettled([decide(caseId), vote(member(2), caseId, 'NO')]);
      expect(outcomes[0]?.status).toBe('fulfilled');
      const refused = codesOf(outcomes);
      if (refused.length > 0) expect(refused).toEqual(['ILLEGAL_TRANSITION']);
      expect((await caseOf(caseId)).votes).toHaveLength(3 - refused.length);
      await checkWhole(caseId, applicationId);
    }
  });

  test('a recusal while the case is decided: it takes the quorum, or comes too late', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caseId, applicationId } = await voted(0, 1);
      const outcomes = await Promise.allSettled([decide(caseId), recuse(caseId, 1)]);
      const [refused, ...more] = codesOf(outcomes);
      expect(more).toEqual([]);
      expect(['QUORUM_NOT_REACHED', 'ILLEGAL_TRANSITION']).toContain(refused);
      expect((await caseOf(caseId)).state).toBe(refused === 'QUORUM_NOT_REACHED' ? 'open' : 'decided');
      await checkWhole(caseId, applicationId);
    }
  });

  test('a decision while the report goes back: one of both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caseId, applicationId } = await voted(0, 1);
      const back = desk.acts.returnReport.execute(desk.cast.secretary, { caseId, questions: ['请补充近六个月流水'] });
      expect(codesOf(await Promise.allSettled([decide(caseId), back]))).toEqual(['ILLEGAL_TRANSITION']);
      const { state } = await caseOf(caseId);
      expect(await decisionsOf(applicationId)).toHaveLength(state === 'decided' ? 1 : 0);
    }
  });
});

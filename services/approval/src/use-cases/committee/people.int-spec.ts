import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { aPolicy } from '../../../test/builders/cast.builder.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';

let desk: Desk;
let substitute: EmployeeActor;
beforeAll(async () => {
  desk = await aDesk();
  substitute = await hired('committee-member');
  await appoint(substitute, { office: 'SUBSTITUTE', substituteFor: member(0).employeeId });
});
afterAll(() => desk.stop());

const member = (place: number): EmployeeActor => desk.cast.members[place] as EmployeeActor;
const today = () => desk.platform.clock.today();
const caseOf = (caseId: string) => read(desk.platform, (tx) => desk.cases.get(caseId, tx));
const vote = (who: EmployeeActor, caseId: string) => desk.acts.castVote.execute(who, { caseId, choice: 'YES', reason: '风险可控' });
const appoint = (who: EmployeeActor, change: object) =>
  desk.acts.appointMember.execute(desk.cast.chair, { employeeId: who.employeeId, office: 'MEMBER', ...change });
const absent = (who: EmployeeActor, change: object = {}) =>
  desk.acts.declareAbsence.execute(who, { fromOn: today(), toOn: addDays(today(), 3), reason: '出差', ...change });

async function hired(...roles: ('committee-member' | 'trainer')[]): Promise<EmployeeActor> {
  const actor = person('approval', ...roles);
  await seedPeople(desk.platform, [actor]);
  return actor;
}

describe('[4.12] a policy of two persons', () => {
  const publish = (who: EmployeeActor, change: object = {}) => desk.acts.publishPolicy.execute(who, { ...aPolicy, ...change });
  const approve = (who: EmployeeActor, policyId: string) => desk.acts.approvePolicy.execute(who, { policyId });
  const policyOf = (policyId: string) => read(desk.platform, (tx) => new CommitteePolicies(desk.platform.database).get(policyId, tx));

  test('a draft decides nothing until another person approves it', async () => {
    const customerRules = [{ customerType: 'INDIVIDUAL', maxAmountFen: null, leastAuthority: 'FULL' as const }];
    const policyId = await publish(desk.cast.secretary, { customerRules });
    const before = await caseOf((await desk.open()).caseId);
    expect([before.policyVersion, before.bands[0]?.authority]).toEqual([1, 'SMALL']);
    await expect(approve(desk.cast.secretary, policyId)).rejects.toMatchObject({ code: 'POLICY_OWN_DRAFT' });
    await approve(desk.cast.chair, policyId);
    const { contentHash, policyVersion, approvedBy } = await policyOf(policyId);
    expect(approvedBy).toBe(desk.cast.chair.employeeId);
    const after = await caseOf((await desk.open()).caseId);
    expect([after.policyVersion, after.policyHash, after.bands.map((band) => band.authority)]).toEqual([
      policyVersion,
      contentHash,
      ['FULL'],
    ]);
    await expect(desk.acts.dropPolicy.execute(desk.cast.chair, { policyId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await approve(desk.cast.chair, await publish(desk.cast.secretary));
  });

  test('a dropped draft is approved by nobody', async () => {
    const policyId = await publish(desk.cast.secretary);
    await desk.acts.dropPolicy.execute(desk.cast.secretary, { policyId });
    await expect(approve(desk.cast.chair, policyId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await policyOf(policyId)).toMatchObject({ state: 'dropped', approvedBy: null });
  });

  test('two approvals at once: one stands', async () => {
    const policyId = await publish(desk.cast.secretary);
    const outcomes = await Promise.allSettled([approve(desk.cast.chair, policyId), approve(member(0), policyId)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('terms one after the other are limited where the policy says so', async () => {
    await approve(desk.cast.chair, await publish(desk.cast.secretary, { maxConsecutiveTerms: 1 }));
    const who = await hired('committee-member');
    await appoint(who, { fromOn: addDays(today(), -10), toOn: addDays(today(), -1) });
    await expect(appoint(who, { fromOn: today() })).rejects.toMatchObject({ code: 'TERM_LIMIT' });
    await approve(desk.cast.chair, await publish(desk.cast.secretary));
    await appoint(who, { fromOn: today(), toOn: today() });
  });
});

describe('[4.12, G4] substitutes and absences', () => {
  test('a substitute votes while the member is away, and the member no more', async () => {
    const { caseId } = await desk.open();
    await expect(vote(substitute, caseId)).rejects.toMatchObject({ code: 'SUBSTITUTE_NOT_CALLED' });
    const absenceId = await absent(member(0));
    await expect(vote(member(0), caseId)).rejects.toMatchObject({ code: 'MEMBER_ABSENT' });
    await vote(substitute, caseId);
    await desk.acts.endAbsence.execute(member(0), { absenceId });
    await expect(vote(member(0), caseId)).rejects.toMatchObject({ code: 'SEAT_VOTED' });
    expect((await caseOf(caseId)).votes).toMatchObject([{ employeeId: substitute.employeeId, seatOf: member(0).employeeId }]);
  });

  test('the votes of a substitute and a member for one seat at once: one counts', async () => {
    const { caseId } = await desk.open();
    await vote(member(0), caseId);
    await desk.acts.recuseMember.execute(desk.cast.chair, { caseId, employeeId: member(0).employeeId, reason: '亲属' });
    const outcomes = await Promise.allSettled([vote(substitute, caseId), vote(substitute, caseId)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect((await read(desk.platform, async (tx) => desk.committee.electorate(await desk.cases.get(caseId, tx), tx))).votes).toHaveLength(
      1,
    );
  });

  test.each([
    ['for another member, by a member', () => absent(member(1), { employeeId: member(2).employeeId }), 'FORBIDDEN'],
    ['without a reason', () => absent(member(1), { reason: ' ' }), 'REASON_REQUIRED'],
    ['in the past', () => absent(member(1), { fromOn: addDays(today(), -3), toOn: addDays(today(), -1) }), 'ABSENCE_INVALID'],
    ['of somebody without a seat', () => absent(desk.cast.secretary), 'NOT_A_MEMBER'],
  ])('an absence %s is refused', async (_name, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  test('the secretary records an absence for a member', async () => {
    const absenceId = await absent(desk.cast.secretary, { employeeId: member(3).employeeId });
    await desk.acts.endAbsence.execute(desk.cast.secretary, { absenceId });
    await expect(desk.acts.endAbsence.execute(desk.cast.secretary, { absenceId })).rejects.toMatchObject({ code: 'ABSENCE_INVALID' });
  });
});

describe('[4.12, 7.3, G4] ties of members to customers', () => {
  const declare = (who: EmployeeActor, customerId: string, employeeId?: string) =>
    desk.acts.declareConflict.execute(who, { customerId, kind: 'RELATIVE', ...(employeeId ? { employeeId } : {}) });

  test('recuse the member from open cases and from later ones, votes included', async () => {
    const customerId = newId('cus');
    const { caseId } = await desk.open({ customerId });
    await vote(member(1), caseId);
    await declare(member(1), customerId);
    const later = await desk.open({ customerId });
    for (const one of [caseId, later.caseId]) {
      expect((await caseOf(one)).recusals).toMatchObject([{ employeeId: member(1).employeeId, kind: 'CONFLICT', reason: 'RELATIVE' }]);
      await expect(vote(member(1), one)).rejects.toMatchObject({ code: 'RECUSED' });
    }
    const electorate = await read(desk.platform, async (tx) => desk.committee.electorate(await desk.cases.get(caseId, tx), tx));
    expect(electorate.votes).toEqual([]);
  });

  test('a tie that the case has missed is found when it is decided', async () => {
    const customerId = newId('cus');
    const { caseId } = await desk.open({ customerId });
    await vote(member(1), caseId);
    await vote(member(2), caseId);
    const row = {
      ...{ employeeId: member(1).employeeId, customerId, kind: 'RELATIVE', recordedBy: 'emp_x', fromOn: today() },
      endedOn: null,
    };
    await desk.platform.database.collection('committee_conflicts').insertOne({ _id: newId('cfl'), version: 1, ...row } as never);
    await expect(desk.acts.decideCase.execute(desk.cast.secretary, { caseId })).rejects.toMatchObject({ code: 'QUORUM_NOT_REACHED' });
  });

  test('end by another than the member, and then count no more', async () => {
    const customerId = newId('cus');
    const conflictId = await declare(desk.cast.secretary, customerId, member(1).employeeId);
    await expect(declare(member(1), customerId)).rejects.toMatchObject({ code: 'CONFLICT_KNOWN' });
    await expect(desk.acts.endConflict.execute(member(1), { conflictId, reason: '已无关系' })).rejects.toMatchObject({
      code: 'CONFLICT_OWN',
    });
    await desk.acts.endConflict.execute(desk.cast.secretary, { conflictId, reason: '已无关系' });
    await read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: 86_400_000, step: 1 }, tx));
    expect((await caseOf((await desk.open({ customerId })).caseId)).recusals).toEqual([]);
  });

  test('two declarations of one tie at once: one stands', async () => {
    const customerId = newId('cus');
    const outcomes = await Promise.allSettled([declare(member(1), customerId), declare(member(1), customerId)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('a member records nothing for another', async () => {
    await expect(declare(member(1), newId('cus'), member(2).employeeId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

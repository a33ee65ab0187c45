import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, sentTypes } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import { aPolicy } from '../../../test/builders/cast.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { CommitteeMembers, CommitteePolicies } from '../../persistence/committee/committee.repository.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

const policies = () => read(desk.platform, (tx) => new CommitteePolicies(desk.platform.database).all(tx));
const members = () => read(desk.platform, (tx) => new CommitteeMembers(desk.platform.database).all(tx));
const publish = (change: object = {}) => desk.acts.publishPolicy.execute(desk.cast.chair, { ...aPolicy, ...change });

async function hired(...roles: ('committee-member' | 'committee-chair' | 'trainer')[]): Promise<EmployeeActor> {
  const actor = person('approval', ...roles);
  await seedPeople(desk.platform, [actor]);
  return actor;
}

describe('[4.12] the policy', () => {
  test('takes the fractions it leaves out from the parameters in force', async () => {
    expect((await policies())[0]?.bands.map(({ quorum, majority }) => [quorum, majority])).toEqual([
      [
        { numerator: 1, denominator: 1 },
        { numerator: 1, denominator: 1 },
      ],
      [
        { numerator: 2, denominator: 3 },
        { numerator: 2, denominator: 3 },
      ],
      [
        { numerator: 2, denominator: 3 },
        { numerator: 2, denominator: 3 },
      ],
    ]);
  });

  test('is numbered without a gap, whatever races', async () => {
    await Promise.all([publish(), publish(), publish()]);
    const numbers = (await policies()).map((policy) => policy.policyVersion);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  });

  test.each([
    ['[1.2] dated back', () => ({ effectiveFrom: addDays(desk.platform.clock.today(), -1) }), 'POLICY_RETROACTIVE'],
    ['without bands', () => ({ bands: [] }), 'POLICY_BANDS_INVALID'],
    ['with falling bands', () => ({ bands: [...aPolicy.bands].reverse() }), 'POLICY_BANDS_INVALID'],
    [
      'with a bare half as majority',
      () => ({ bands: [{ ...aPolicy.bands[1], majority: { numerator: 1, denominator: 2 } }] }),
      'FRACTION_INVALID',
    ],
  ])('%s is refused and uses no number', async (_name, change, code) => {
    const before = await policies();
    await expect(publish(change())).rejects.toMatchObject({ code });
    expect(await policies()).toEqual(before);
  });

  test('a case keeps the policy under which it was opened', async () => {
    const { caseId } = await desk.open();
    const { policyVersion } = await read(desk.platform, (tx) => desk.cases.get(caseId, tx));
    await publish();
    expect((await read(desk.platform, (tx) => desk.cases.get(caseId, tx))).policyVersion).toBe(policyVersion);
  });
});

describe('[4.12] members', () => {
  test.each([
    ['whom hr does not know', async () => person('approval', 'committee-member'), 'MEMBER' as const, 'ROLE_NOT_HELD'],
    ['without the role', () => hired('trainer'), 'MEMBER' as const, 'ROLE_NOT_HELD'],
    ['with another role', () => hired('committee-member'), 'CHAIR' as const, 'ROLE_NOT_HELD'],
    ['beside the chair', () => hired('committee-chair'), 'CHAIR' as const, 'CHAIR_TAKEN'],
    ['who serves already', async () => desk.cast.members[0] as EmployeeActor, 'MEMBER' as const, 'TERM_OVERLAPS'],
  ])('a person %s is not appointed', async (_name, who, office, code) => {
    const { employeeId } = await who();
    const before = await members();
    await expect(desk.acts.appointMember.execute(desk.cast.chair, { employeeId, office })).rejects.toMatchObject({ code });
    expect(await members()).toEqual(before);
  });

  test('two appointments of one person at once: one stands', async () => {
    const { employeeId } = await hired('committee-member');
    const appoint = () => desk.acts.appointMember.execute(desk.cast.chair, { employeeId, office: 'MEMBER' });
    const outcomes = await Promise.allSettled([appoint(), appoint(), appoint()]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('a member whose term has ended has no vote any more', async () => {
    const who = await hired('committee-member');
    const today = desk.platform.clock.today();
    const memberId = await desk.acts.appointMember.execute(desk.cast.chair, {
      employeeId: who.employeeId,
      office: 'MEMBER',
      fromOn: addDays(today, -5),
    });
    await desk.acts.endMembership.execute(desk.cast.chair, { memberId, lastDay: addDays(today, -1) });
    const { caseId } = await desk.open();
    await expect(desk.acts.castVote.execute(who, { caseId, choice: 'YES', reason: 'x' })).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
  });
});

describe('[1.3] people whom hr has let go', () => {
  test('have no vote and leave the quorum base', async () => {
    const { caseId } = await desk.open({ amountFen: 30_000_000 });
    const gone = await hired('committee-member');
    await desk.acts.appointMember.execute(desk.cast.chair, { employeeId: gone.employeeId, office: 'MEMBER' });
    const base = () => read(desk.platform, async (tx) => (await desk.committee.electorate(await desk.cases.get(caseId, tx), tx)).base);
    const before = await base();
    await read(desk.platform, (tx) => desk.platform.directory.deactivate(gone.employeeId, tx));
    expect(await base()).toBe(before - 1);
    await expect(desk.acts.castVote.execute(gone, { caseId, choice: 'YES', reason: 'x' })).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
  });

  test('keep the votes that they cast in office', async () => {
    const { caseId } = await desk.open();
    const gone = await hired('committee-member');
    await desk.acts.appointMember.execute(desk.cast.chair, { employeeId: gone.employeeId, office: 'MEMBER' });
    await desk.acts.castVote.execute(gone, { caseId, choice: 'YES', reason: 'x' });
    await read(desk.platform, (tx) => desk.platform.directory.deactivate(gone.employeeId, tx));
    const electorate = await read(desk.platform, async (tx) => desk.committee.electorate(await desk.cases.get(caseId, tx), tx));
    expect(electorate.votes.map((vote) => vote.employeeId)).toEqual([gone.employeeId]);
  });
});

describe('[4.12] sittings', () => {
  test('an agenda, a decision, minutes that say both', async () => {
    const [first, second] = [await desk.open({ amountFen: 5_000_000 }), await desk.open()];
    const sessionId = await desk.acts.openSession.execute(desk.cast.secretary, { caseIds: [first.caseId, second.caseId] });
    await expect(desk.acts.openSession.execute(desk.cast.secretary, { caseIds: [second.caseId] })).rejects.toMatchObject({
      code: 'AGENDA_CASE_TAKEN',
    });
    await desk.acts.castVote.execute(desk.cast.chair, { caseId: first.caseId, choice: 'YES', reason: 'x' });
    await desk.acts.decideCase.execute(desk.cast.secretary, { caseId: first.caseId });
    const before = await sentTypes(desk.platform);
    await desk.acts.closeSession.execute(desk.cast.secretary, { sessionId });
    expect(await sentTypes(desk.platform)).toEqual(before);
    const row = await desk.platform.database.collection('committee_sessions').findOne({ _id: sessionId });
    expect(row?.['minutesHtml']).toContain(`${first.caseId}（申请 ${first.applicationId}）：同意`);
    expect(row?.['minutesHtml']).toContain(`${second.caseId}（申请 ${second.applicationId}）：延至下次会议`);
    await expect(desk.acts.closeSession.execute(desk.cast.secretary, { sessionId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(desk.acts.openSession.execute(desk.cast.secretary, { caseIds: [first.caseId] })).rejects.toMatchObject({
      code: 'AGENDA_CASE_CLOSED',
    });
  });
});

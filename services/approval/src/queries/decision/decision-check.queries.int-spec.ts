import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { policyHash } from '../../domain/policy/policy.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';
import { CaseQueries } from '../case/case.queries.js';
import { DecisionCheckQueries } from './decision-check.queries.js';

let desk: Desk;
let checks: DecisionCheckQueries;
const auditor = person('compliance', 'auditor');
beforeAll(async () => {
  desk = await aDesk();
  checks = new DecisionCheckQueries(desk.platform.database, new CaseQueries(desk.platform.database));
});
afterAll(() => desk.stop());

/** A decision of two against one, and the case it was made in. */
async function decided(change: Parameters<Desk['open']>[0] = {}): Promise<{ decisionId: string; caseId: string }> {
  const { caseId, applicationId } = await desk.open({ scorecardHash: 'b'.repeat(64), ...change });
  const [a, b, c] = desk.cast.members as [EmployeeActor, EmployeeActor, EmployeeActor];
  for (const member of [a, b]) await desk.acts.castVote.execute(member, { caseId, choice: 'YES', reason: '现金流充足' });
  await desk.acts.castVote.execute(c, { caseId, choice: 'NO', reason: '负债偏高' });
  await desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
  const [decision] = await read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx));
  return { caseId, decisionId: decision?.id ?? '' };
}

const failing = async (decisionId: string): Promise<string[]> =>
  (await checks.ofDecisions([decisionId], auditor)).filter(([, { holds }]) => !holds).map(([, { check }]) => check);

describe('[4.12, 7.3] a stored decision counted once more', () => {
  test('stands, and cites report, scorecard and policy by their hashes', async () => {
    const { decisionId } = await decided();
    expect(await failing(decisionId)).toEqual([]);
    const decision = await read(desk.platform, (tx) => desk.decisions.get(decisionId, tx));
    const [policy] = await read(desk.platform, (tx) => new CommitteePolicies(desk.platform.database).all(tx));
    expect(decision).toMatchObject({
      policyHash: policyHash(policy!),
      report: { reportHash: 'a'.repeat(64), scorecardHash: 'b'.repeat(64) },
    });
  });

  test('of a report from before cards had hashes stands too', async () => {
    const { decisionId } = await decided({ scorecardHash: undefined });
    expect(await failing(decisionId)).toEqual([]);
  });

  test.each<[string, string, object, readonly string[]]>([
    ['a vote', 'approval_cases', { 'votes.0.choice': 'NO' }, ['TALLY', 'RESULT', 'MINUTES_TEXT']],
    ['the money', 'decisions', { 'terms.amountFen': 9_000_000 }, ['TERMS']],
    ['the cited report', 'decisions', { 'report.reportHash': 'c'.repeat(64) }, ['REPORT_CITED', 'MINUTES_TEXT']],
    ['the minutes', 'decisions', { minutesHtml: '<p>同意</p>' }, ['MINUTES_HASH', 'MINUTES_TEXT']],
  ])('%s changed in the database is noticed', async (_name, collection, change, expected) => {
    const { caseId, decisionId } = await decided();
    const _id = collection === 'decisions' ? decisionId : caseId;
    await desk.platform.database.collection(collection).updateOne({ _id } as never, { $set: change } as never);
    expect(await failing(decisionId)).toEqual(expected);
  });

  describe('of everybody', () => {
    const full = { amountFen: 50_000_000 };
    const decidedByAll = async (): Promise<string> => {
      const { caseId, applicationId } = await desk.open(full);
      const [, ...voters] = [...desk.cast.members, desk.cast.chair];
      for (const voter of voters) await desk.acts.castVote.execute(voter as EmployeeActor, { caseId, choice: 'YES', reason: '同意' });
      await desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
      const [decision] = await read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx));
      return decision?.id ?? '';
    };
    const decisions = () => desk.platform.database.collection<{ _id: string; electors: { employeeId: string }[] }>('decisions');

    test('stands, with everybody who was entitled, whoever leaves afterwards', async () => {
      const decisionId = await decidedByAll();
      const stored = await decisions().findOne({ _id: decisionId });
      const entitled = [...desk.cast.members, desk.cast.chair].map(({ employeeId }) => employeeId);
      expect(stored?.electors.map(({ employeeId }) => employeeId).sort()).toEqual(entitled.sort());
      const members = desk.platform.database.collection('committee_members');
      const before = await members.find({}).toArray();
      await members.updateMany({}, { $set: { toOn: desk.platform.clock.today() } });
      expect(await failing(decisionId)).toEqual([]);
      for (const one of before) await members.replaceOne({ _id: one._id }, one);
    });

    test('one who did not vote taken off the list, and the base with him, is noticed', async () => {
      const decisionId = await decidedByAll();
      const [silent] = desk.cast.members;
      await decisions().updateOne({ _id: decisionId }, {
        $pull: { electors: { employeeId: silent?.employeeId } },
        $set: { 'tally.base': 4, 'tally.needed': 3 },
      } as never);
      const members = desk.platform.database.collection('committee_members');
      await members.updateMany({}, { $set: { fromOn: '2020-01-01' } });
      expect(await failing(decisionId)).toEqual(['ELECTORATE']);
    });
  });

  test('a policy changed after the decision is noticed', async () => {
    const { decisionId } = await decided();
    const policies = desk.platform.database.collection('committee_policies');
    const whole = await policies.findOne({});
    await policies.updateOne({ _id: whole?._id } as never, { $set: { 'bands.1.majority': { numerator: 3, denominator: 5 } } } as never);
    expect(await failing(decisionId)).toEqual(['POLICY_HASH']);
    await policies.replaceOne({ _id: whole?._id } as never, whole as never);
    expect(await failing(decisionId)).toEqual([]);
  });

  test('a salesperson of another loan learns nothing', async () => {
    const { decisionId } = await decided();
    expect(await checks.ofDecisions([decisionId], person('sales', 'salesperson'))).toEqual([]);
  });
});

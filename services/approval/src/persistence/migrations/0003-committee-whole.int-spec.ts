import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { read } from '../../../test/builders/approval.builder.js';
import { aCase, votes } from '../../domain/__cases__/committee.builder.js';
import { aDecision } from '../../domain/__cases__/decision.builder.js';
import { policyHash } from '../../domain/policy/policy.js';
import { approvalCollections } from '../all.js';
import { ApprovalCases } from '../case/approval-case.repository.js';
import { CommitteePolicies } from '../committee/committee.repository.js';
import { Decisions } from '../decision/decision.repository.js';
import { committeeWhole } from './0003-committee-whole.js';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('approval', { collections: approvalCollections })));
afterAll(() => platform.stop());

const without = (row: object, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
const NEW_ON_CASE = [
  ...['policyHash', 'openedAt', 'dueAt', 'circulation', 'ballotDueAt', 'reschedulings', 'questions', 'reconsiders', 'newFacts'],
];
const NEW_ON_DECISION = [
  ...['policyHash', 'opinions', 'tookMinutes', 'conditionDueOn', 'conditionRemindedFor', 'conditionChange', 'reconsiders'],
];

test('[4.12-4.14] what is from before has its seats, its days and its policy in force; again changes nothing', async () => {
  const { database } = platform;
  const bands = aCase().bands.map((band) => without(band, 'tie', 'validityDays'));
  const oldVotes = votes('a+ b-').map((vote) => without(vote, 'seatOf'));
  const { id: caseId, ...approvalCase } = aCase({ state: 'decided' });
  const cases = database.collection('approval_cases');
  await cases.insertOne({ _id: caseId, version: 4, ...without(approvalCase, ...NEW_ON_CASE), bands, votes: oldVotes } as never);
  await cases.createIndex({ applicationId: 1, 'report.reportId': 1 }, { name: 'report', unique: true });
  const { id: decisionId, ...decision } = aDecision();
  const conditions = decision.conditions.map((condition) => without(condition, 'waivedReason'));
  const minutes = { minutesHtml: '<p></p>', minutesHash: 'd'.repeat(64) };
  const oldDecision = { _id: decisionId, version: 1, ...without(decision, ...NEW_ON_DECISION), conditions, ...minutes };
  await database.collection('decisions').insertOne(oldDecision as never);
  const published = { publishedBy: 'emp_chair', publishedAt: new Date(0) };
  const policy = { _id: 'pol_1', version: 1, policyVersion: 1, effectiveFrom: '2026-01-01', bands, productLimits: [], ...published };
  await database.collection('committee_policies').insertOne(policy as never);

  for (let time = 0; time < 2; time++) await committeeWhole.up(database);

  const kept = await read(platform, (tx) => new ApprovalCases(database).get(caseId, tx));
  expect(kept).toMatchObject({ ...without(approvalCase, ...NEW_ON_CASE, 'votes'), policyHash: null, reschedulings: [], reconsiders: null });
  expect(kept.votes.map((vote) => [vote.employeeId, vote.seatOf])).toEqual([
    ['emp_a', 'emp_a'],
    ['emp_b', 'emp_b'],
  ]);
  const due = await read(platform, (tx) => new Decisions(database).get(decisionId, tx));
  expect(due).toMatchObject({
    conditionDueOn: '2026-12-03',
    conditionChange: null,
    opinions: [],
    conditions: [{ waivedReason: null }, {}],
  });
  const [inForce] = await read(platform, (tx) => new CommitteePolicies(database).approved(tx));
  expect(inForce).toMatchObject({ state: 'approved', conditionChange: 'VOTE', bands: [{ tie: 'REJECT', validityDays: null }, {}] });
  expect(inForce?.contentHash).toBe(inForce && policyHash(inForce));
  expect((await cases.indexes()).map((index) => index.name)).not.toContain('report');
  // All of it fits the schema, so that it can be saved again.
  await read(platform, (tx) => new ApprovalCases(database).save(kept, tx));
  await read(platform, (tx) => new Decisions(database).save(due, tx));
});

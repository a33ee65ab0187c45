import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Act, Person } from '../../infra/local/demo/person.ts';
import { appoint, close, lenientPolicy, refusalOf, secondLook, terms, vote } from './lib/committee-acts.ts';
import { takesSeat } from './lib/committee-seats.ts';
import { decide } from './lib/committee.ts';
import type { Company } from './lib/company.ts';
import { openStoryCompany } from './lib/story-company.ts';
import { beforeTheCommittee, sceneOf, snapshot, standing } from './scripts/committee-part.ts';
import type { Before } from './scripts/committee-part.ts';
import { GOOD_FACTS, POOR_FACTS } from './scripts/scene.ts';

// Ways around the committee [7.3, G4, G5, G7] at the gateway, by people who hold something: before the vote, by a change of roles between two steps, by races,
// and afterwards. Each is refused with its code, and the case and the money stand as they stood. Forgeries are in bypass-forgery.story.ts.

const RUN = `bypass-${process.pid}`;
/** Three votes of a small committee decide it. */
const SMALL_YUAN = 6_000;

let company: Company;
let first: Before;

beforeAll(async () => {
  company = await openStoryCompany();
  first = await beforeTheCommittee(await sceneOf(company, RUN, 'a'), { amountYuan: SMALL_YUAN, facts: GOOD_FACTS });
}, 180_000);

/** Tries something that must change neither case nor money. */
async function changesNothing(attempt: () => Promise<string>, about: Before = first): Promise<string> {
  const before = await snapshot(company, about);
  const code = await attempt();
  expect(await snapshot(company, about)).toEqual(before);
  return code;
}

describe('at the gateway, while the case is open', () => {
  test.each<[string, string, (company: Company, about: Before) => readonly [Person, Act]]>([
    ['the salesperson votes on his own loan', 'FORBIDDEN', (_, { desks, caseId }) => [desks.desk.person, vote(caseId)]],
    ['an investigator of the loan votes', 'FORBIDDEN', (people, { caseId }) => [people.nth('investigator', 0), vote(caseId)]],
    ['the manager of risk votes', 'FORBIDDEN', (people, { caseId }) => [people.one('risk-manager'), vote(caseId)]],
    ['the secretary votes', 'FORBIDDEN', (people, { caseId }) => [people.one('committee-secretary'), vote(caseId)]],
    [
      'the manager of sales proposes the terms',
      'FORBIDDEN',
      (people, { caseId }) => [people.one('sales-manager'), terms(caseId, { termMonths: 6 })],
    ],
    ['the manager of finance decides', 'FORBIDDEN', (people, { caseId }) => [people.one('finance-manager'), close(caseId)]],
    ['a member decides in place of the secretary', 'FORBIDDEN', (people, { caseId }) => [people.nth('committee-member', 0), close(caseId)]],
    [
      'more money than asked is proposed',
      'TERMS_HIGHER_THAN_ASKED',
      (people, { caseId }) => [people.one('committee-secretary'), terms(caseId, { amount: '6000.01' })],
    ],
    [
      'a longer term than asked is proposed',
      'TERMS_HIGHER_THAN_ASKED',
      (people, { caseId }) => [people.one('committee-secretary'), terms(caseId, { termMonths: 36 })],
    ],
    [
      'the secretary decides without a vote',
      'QUORUM_NOT_REACHED',
      (people, { caseId }) => [people.one('committee-secretary'), close(caseId)],
    ],
    [
      'a vote is cast without a reason',
      'REASON_REQUIRED',
      (people, { caseId }) => [people.one('committee-chair'), vote(caseId, 'YES', ' ')],
    ],
    [
      'a vote is cast on a case that is none',
      'NOT_FOUND',
      (people) => [people.one('committee-chair'), vote('cas_01m8d23e546qmzc8n3c07p0qe6')],
    ],
    [
      'the contract is drafted before the decision',
      'APPROVAL_MISSING',
      (_, { desks }) => [desks.desk.person, { ...desks.desk.step('draftContract'), select: 'contract { id }' }],
    ],
    [
      'a policy of yesterday lets the chair decide alone',
      'POLICY_RETROACTIVE',
      (people) => [people.one('committee-chair'), lenientPolicy('2020-01-01')],
    ],
    ['the salesperson writes a policy', 'FORBIDDEN', (_, { desks }) => [desks.desk.person, lenientPolicy(null)]],
    ['the salesperson appoints himself', 'FORBIDDEN', (_, { desks }) => [desks.desk.person, appoint('emp_01m8d23e546qmzc8n3c07p0qe6')]],
  ])('%s: %s', async (_name, code, attempt) => {
    const [person, act] = attempt(company, first);
    expect(await changesNothing(() => refusalOf(person, act))).toContain(code);
  });

  test('an investigator who becomes a member between two steps has no vote on what he investigated', async () => {
    const post = { department: 'RISK', role: 'INVESTIGATOR' };
    const seated = await takesSeat(company, company.nth('investigator', 0), { office: 'MEMBER' }, post);
    try {
      expect(await changesNothing(() => refusalOf(seated.person, vote(first.caseId)))).toBe('SEGREGATION_OF_DUTIES');
    } finally {
      await seated.back();
    }
  });
});

describe('by races and repetitions', () => {
  test('a member who votes eight times at once has one vote', async () => {
    const member = company.nth('committee-member', 0);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refusalOf(member, vote(first.caseId))));
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    expect(answers.filter((answer) => answer !== 'DONE').every((answer) => /ALREADY_VOTED|CHANGED_MEANWHILE|CONFLICT/.test(answer))).toBe(
      true,
    );
    expect(await standing(company, first)).toMatchObject({ state: 'OPEN', votes: 1 });
  });

  test('a vote that was cast is not changed', async () => {
    expect(await changesNothing(() => refusalOf(company.nth('committee-member', 0), vote(first.caseId, 'NO', '改变意见')))).toBe(
      'ALREADY_VOTED',
    );
  });

  test('terms are not changed once votes are cast on them', async () => {
    const attempt = terms(first.caseId, { termMonths: 6 });
    expect(await changesNothing(() => refusalOf(company.one('committee-secretary'), attempt))).toBe('VOTING_STARTED');
  });

  test('one vote of three is no quorum', async () => {
    expect(await changesNothing(() => refusalOf(company.one('committee-secretary'), close(first.caseId)))).toBe('QUORUM_NOT_REACHED');
  });

  test('one case is decided once, by however many at once', async () => {
    for (const member of [company.one('committee-chair'), company.nth('committee-member', 1)]) await refusalOf(member, vote(first.caseId));
    const answers = await Promise.all(Array.from({ length: 4 }, () => refusalOf(company.one('committee-secretary'), close(first.caseId))));
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    expect(await standing(company, first)).toMatchObject({ state: 'DECIDED', votes: 3 });
    await first.desks.signing.reaches('APPROVED');
  });

  test.each<[string, (caseId: string) => readonly [Person, Act]]>([
    ['a vote', (caseId) => [company.nth('committee-member', 2), vote(caseId)]],
    ['a second decision', (caseId) => [company.one('committee-secretary'), close(caseId)]],
    [
      'a veto',
      (caseId) => [company.one('committee-chair'), { verb: 'vetoCase', input: { caseId, reason: '否决' }, select: 'approvalCase { id }' }],
    ],
    [
      'a recusal',
      (caseId) => [
        company.nth('committee-member', 0),
        { verb: 'declareRecusal', input: { caseId, reason: '回避' }, select: 'approvalCase { id }' },
      ],
    ],
    ['other terms', (caseId) => [company.one('committee-secretary'), terms(caseId, { termMonths: 6 })]],
  ])('after the decision, %s comes too late', async (_name, late) => {
    const [person, act] = late(first.caseId);
    expect(await changesNothing(() => refusalOf(person, act))).toBe('ILLEGAL_TRANSITION');
  });
});

describe('after a no, and after the customer has gone', () => {
  test('[4.12, 4.13] a rejected application gets no contract; no veto and no invented paper turns the no into a yes', async () => {
    const rejected = await beforeTheCommittee(await sceneOf(company, RUN, 'b'), { amountYuan: SMALL_YUAN, facts: POOR_FACTS });
    const { result, decisionId } = await decide(company, rejected.story, 0);
    expect(result).toBe('REJECTED');
    await rejected.desks.signing.reaches('REJECTED');
    const draft = { ...rejected.desks.desk.step('draftContract'), select: 'contract { id }' };
    expect(await changesNothing(() => refusalOf(rejected.desks.desk.person, draft), rejected)).toContain('APPROVAL_MISSING');
    const veto = { verb: 'vetoCase', input: { caseId: rejected.caseId, reason: '应当同意' }, select: 'approvalCase { id }' };
    expect(await changesNothing(() => refusalOf(company.one('committee-chair'), veto), rejected)).toBe('ILLEGAL_TRANSITION');
    // A paper that nobody has seen makes no new vote, whoever types its hash.
    const invented = secondLook(decisionId, '客户已结清在其他银行的分期贷款', [
      { fileId: 'fil_01m8d23e546qmzc8n3c07p0qe6', sha256: 'a'.repeat(64) },
    ]);
    for (const asker of [rejected.desks.desk.person, company.one('sales-manager')])
      expect(await changesNothing(() => refusalOf(asker, invented), rejected)).toBe('NEW_FACT_UNKNOWN');
  }, 120_000);

  test('[4.6] a payment is not made without an order', async () => {
    const made = {
      ...{ verb: 'makeDisbursement', select: 'disbursementOrder { id }' },
      input: { orderId: 'dis_01m8d23e546qmzc8n3c07p0qe6', amount: '6000.00' },
    };
    const keyed = { ...made, input: { ...made.input, requestKey: `${RUN}-payment` } };
    expect(await changesNothing(() => refusalOf(company.nth('finance-officer', 0), keyed))).toMatch(/NOT_FOUND|INPUT_INVALID/);
  });
});

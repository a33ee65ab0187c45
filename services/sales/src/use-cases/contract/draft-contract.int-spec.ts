import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { MessageSource, sentTypes } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story, TERMS } from '../../../test/builders/story.builder.js';
import { MANDATORY_SECTIONS } from '../../domain/contract/template-text.js';
import { termsHashOf } from '../../domain/contract/contract-terms.js';
import { DraftContract } from './draft-contract.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const draft = (applicationId: string, change: object = {}) => desk.get(DraftContract).execute(desk.seller, { applicationId, ...change });

describe('[G5, 4.14, 4.15] walking around the approval', () => {
  test.each<[string, (applicationId: string, source: MessageSource) => Promise<unknown>, string[]]>([
    ['no decision', async () => undefined, ['APPROVAL_MISSING']],
    ['only the work of signing, without a decision', async (id, source) => work(id, source, newId('dec')), ['APPROVAL_MISSING']],
    ['a rejection', async (id, source) => decide(id, source, { result: 'REJECTED', terms: null }), ['APPROVAL_MISSING']],
    ['conditions that nobody confirmed', async (id, source) => decide(id, source, { result: 'CONDITIONAL' }), ['CONDITIONS_OPEN']],
    [
      'conditions and the work of signing sent too early',
      async (id, source) => work(id, source, await decide(id, source, { result: 'CONDITIONAL' })),
      ['CONDITIONS_OPEN'],
    ],
    ['a confirmation of another decision', async (id, source) => confirmOther(id, source), ['CONDITIONS_OPEN']],
    ['an approval that ran out', async (id, source) => decide(id, source, { validUntil: '2020-01-01' }), ['APPROVAL_EXPIRED']],
    [
      'a message that approves more than was asked',
      async (id, source) => decide(id, source, { terms: { ...TERMS, amountFen: 9_000_000, termMonths: 36 } }),
      ['TERMS_EXCEED_APPROVAL', 'TERMS_EXCEED_APPROVAL'],
    ],
    ['a decision about another application', async (_id, source) => decide(newId('app'), source, {}), ['APPROVAL_MISSING']],
  ])('on %s no contract is drafted, and nothing changed', async (_title, prepare, codes) => {
    const applicationId = await story.given({ desk: 'passed' });
    await prepare(applicationId, new MessageSource());
    const before = await desk.snapshot();
    expect(await codesOf(draft(applicationId))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('outside of the approval each part is refused by name', async () => {
    const applicationId = await approvedApplication();
    const before = await desk.snapshot();
    expect(await codesOf(draft(applicationId, { amount: 1_000_001 }))).toEqual(['TERMS_EXCEED_APPROVAL']);
    expect(await codesOf(draft(applicationId, { amount: 1_000_001, termMonths: 13, annualRate: '0.13' }))).toHaveLength(3);
    expect(await desk.snapshot()).toBe(before);
  });

  test('[4.16] a contract written by hand without clauses is refused, each by its name', async () => {
    const applicationId = await approvedApplication();
    const before = await desk.snapshot();
    expect(await codesOf(draft(applicationId, { clauses: [] }))).toEqual(MANDATORY_SECTIONS.map(() => 'CLAUSE_MISSING'));
    expect(await codesOf(draft(applicationId, { clauses: [{ key: 'AMOUNT', text: '人民币一元' }] }))).toContain('CLAUSE_CONTRADICTS');
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[4.15, G6] a draft', () => {
  test('within the approval asks finance for its cost sheet; another draft makes the first one void', async () => {
    const applicationId = await approvedApplication();
    const first = await draft(applicationId, { amount: 500_000, termMonths: 6 });
    const second = await draft(applicationId);
    const [one, two] = [await story.contract(first), await story.contract(second)];
    expect([one.state, one.draftNo, one.terms.amountFen, two.state, two.draftNo]).toEqual(['void', 1, 500_000, 'draft', 2]);
    expect((await sentTypes(desk.platform)).filter((type) => type === 'handoff.issue-cost-sheet.v1').length).toBeGreaterThanOrEqual(2);
    expect((await story.application(applicationId)).contractId).toBe(second);
  });

  test.each([
    ['of other terms', { termsHash: termsHashOf({ ...TERMS, amountFen: 1 }) }],
    ['of another application', { applicationId: newId('app') }],
    ['of a contract that is not ours', { contractId: newId('con') }],
  ])('takes no cost sheet %s, whoever sends it', async (_title, change) => {
    const contractId = await draft(await approvedApplication());
    await story.issueSheet(contractId, change);
    expect((await story.contract(contractId)).costSheet).toBeNull();
  });

  test('[4.16] says the penalty that finance published with the product, else the one in force', async () => {
    const liability = async (): Promise<string> => JSON.stringify(await story.contract(await draft(await approvedApplication())));
    expect(await liability()).toContain('按合同利率的1.5倍计收罚息');
    await story.publishProduct({ version: 2, penaltyFactor: '1.3', effectiveFrom: '2020-01-02' });
    expect(await liability()).toContain('按合同利率的1.3倍计收罚息');
  });

  test('shows why finance issues no sheet', async () => {
    const applicationId = await approvedApplication();
    const contractId = await draft(applicationId);
    const fact = {
      handoffId: newId('hof'),
      handoff: 'issue-cost-sheet',
      at: new Date().toISOString(),
      code: 'RATE_ABOVE_CAP',
      reasons: ['0.24'],
    };
    await desk.inbox.receive(new MessageSource().event('finance.handoff-returned.v1', applicationId, fact));
    expect((await story.contract(contractId)).costSheetRefusedBecause).toEqual(['RATE_ABOVE_CAP', '0.24']);
  });
});

async function approvedApplication(): Promise<string> {
  const applicationId = await story.given({ desk: 'passed' });
  await decide(applicationId, new MessageSource(), {});
  return applicationId;
}

async function decide(applicationId: string, source: MessageSource, change: Parameters<Story['decisionData']>[1]): Promise<string> {
  const data = story.decisionData(applicationId, change);
  await desk.inbox.receive(source.event('approval.decision-made.v1', applicationId, data));
  return data.decisionId;
}

async function work(applicationId: string, source: MessageSource, decisionId: string): Promise<void> {
  await desk.inbox.receive(
    source.handoff('sign-contract', 'approval', { subject: applicationId, data: story.signWork(applicationId, decisionId) }),
  );
}

async function confirmOther(applicationId: string, source: MessageSource): Promise<void> {
  await decide(applicationId, source, { result: 'CONDITIONAL' });
  const data = { applicationId, decisionId: newId('dec'), confirmedBy: newId('emp') };
  await desk.inbox.receive(source.event('approval.conditions-confirmed.v1', applicationId, data));
}

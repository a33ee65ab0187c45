import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import { handoffRows, MessageSource, seedParameters, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { DraftContract } from './draft-contract.use-case.js';
import { ExpireDrafts } from './expire-drafts.use-case.js';

let desk: SalesDesk;
let story: Story;
const compliance = new MessageSource();
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});
afterAll(() => desk.stop());

const draft = (applicationId: string, change: object = {}) => desk.get(DraftContract).execute(desk.seller, { applicationId, ...change });
const asked = async (applicationId: string) =>
  (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId && row.type === 'review-contract');
const said = async (applicationId: string) =>
  (await sentMessages(desk.platform)).filter(
    ({ subject, type }) => subject === applicationId && type === 'sales.contract-review-dropped.v1',
  );
const answer = (applicationId: string, handoffId: string, what: 'completed' | 'returned') => {
  const facts = { handoffId, handoff: 'review-contract', at: new Date().toISOString() };
  const word =
    what === 'completed' ? { result: { reviewedBy: 'emp_9' } } : { code: 'CONTRACT_TO_BE_CHANGED', reasons: ['违约条款须按范本'] };
  return desk.inbox.receive(compliance.event(`compliance.handoff-${what}.v1`, applicationId, { ...facts, ...word } as never));
};
/** While a contract counts as large from this amount on. */
async function largeFrom<T>(fen: number, act: () => Promise<T>): Promise<T> {
  await seedParameters(desk.platform, { 'contract.review-from': String(fen) });
  try {
    return await act();
  } finally {
    await seedParameters(desk.platform);
  }
}
async function approved(): Promise<string> {
  const applicationId = await story.given({ desk: 'passed' });
  await story.decide(applicationId);
  return applicationId;
}
/** The template's own text, with one more sentence in one clause. */
async function ownText(applicationId: string) {
  const { clauses } = await story.contract(await draft(applicationId));
  return clauses.map(({ key, text }) => ({ key, text: key === 'DISPUTE' ? `${text}双方另有约定的除外。` : text }));
}

describe('[2.12] an ordinary contract', () => {
  test('is signed without any review', async () => {
    const { applicationId, contractId } = await story.signed();
    expect(await asked(applicationId)).toEqual([]);
    expect(await story.contract(contractId)).toMatchObject({ state: 'signed', review: null });
  });

  test('written out by hand in the template’s own words is one as well', async () => {
    const applicationId = await approved();
    const { clauses } = await story.contract(await draft(applicationId));
    const contractId = await draft(applicationId, { clauses: clauses.map(({ key, text }) => ({ key, text })) });
    expect(await story.contract(contractId)).toMatchObject({ review: null });
  });
});

describe('[2.12, G6] a contract that compliance has to see', () => {
  test('because it is large is not signed before it was reviewed', async () => {
    const { applicationId, contractId } = await largeFrom(1_000_000, () => story.readyContract());
    const [work] = await asked(applicationId);
    const { number, contractHash } = await story.contract(contractId);
    expect(work).toMatchObject({
      to: 'compliance',
      data: { contractId, contractNumber: number, contractHash, reasons: ['LARGE'], changedClauses: [] },
    });
    const before = await desk.snapshot();
    expect(await codesOf(story.sign(contractId))).toEqual(['CONTRACT_NOT_REVIEWED']);
    expect(await desk.snapshot()).toBe(before);
    await answer(applicationId, work?._id ?? '', 'completed');
    await answer(applicationId, work?._id ?? '', 'returned');
    await story.sign(contractId);
    expect(await story.contract(contractId)).toMatchObject({ state: 'signed', review: { state: 'reviewed', reviewedBy: 'emp_9' } });
  });

  test('one fen below the threshold is not large', async () => {
    const { applicationId } = await largeFrom(1_000_001, () => story.readyContract());
    expect(await asked(applicationId)).toEqual([]);
  });

  test('because of its own text came back: it is not signed, and drafted anew it is reviewed anew', async () => {
    const applicationId = await approved();
    const clauses = await ownText(applicationId);
    const contractId = await draft(applicationId, { clauses });
    const [work] = await asked(applicationId);
    expect(work?.data).toMatchObject({ reasons: ['NON_STANDARD'], changedClauses: ['DISPUTE'] });
    await answer(applicationId, work?._id ?? '', 'returned');
    expect(await story.contract(contractId)).toMatchObject({ review: { state: 'returned', returnReasons: ['违约条款须按范本'] } });
    expect(await codesOf(story.sign(contractId))).toContain('CONTRACT_REVIEW_RETURNED');
    await draft(applicationId, { clauses });
    expect(await asked(applicationId)).toHaveLength(2);
  });

  test('waits for it, and says so in the list of what a draft waits for', async () => {
    const { contractId } = await largeFrom(1, () => story.readyContract());
    const row = await desk.platform.database.collection<{ _id: string }>('contracts').findOne({ _id: contractId });
    expect(row).toMatchObject({ missingForSigning: ['REVIEW'] });
  });

  test.each<[string, (applicationId: string) => Promise<unknown>]>([
    ['another draft replaces it', (applicationId) => draft(applicationId)],
    ['nobody signs it in time', (applicationId) => expire(applicationId)],
  ])('need not be looked at when %s', async (_title, act) => {
    const applicationId = await approved();
    const contractId = await largeFrom(1, () => draft(applicationId));
    await act(applicationId);
    expect((await said(applicationId)).map(({ data }) => data)).toMatchObject([{ contractId }]);
  });

  test('a word on another handoff changes nothing', async () => {
    const { applicationId, contractId } = await largeFrom(1, () => story.readyContract());
    await answer(applicationId, 'hof_00000000000000000000000000', 'completed');
    expect(await story.contract(contractId)).toMatchObject({ review: { state: 'asked' } });
  });
});

async function expire(applicationId: string): Promise<void> {
  const yesterday = addDays(desk.platform.clock.today(), -1);
  await desk.platform.database.collection('contracts').updateMany({ applicationId, state: 'draft' }, { $set: { signDueOn: yesterday } });
  await desk.get(ExpireDrafts).execute({
    isStopping: () => false,
    onTrouble: (_id, error) => {
      throw error;
    },
  });
}

describe('[2.12] the number of a contract', () => {
  test('is of the year, and two that are drafted at once have two', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => approved()));
    const made = await Promise.all(ids.map((id) => draft(id)));
    const numbers = await Promise.all(made.map(async (id) => (await story.contract(id)).number));
    const year = desk.platform.clock.today().slice(0, 4);
    expect(numbers.every((number) => new RegExp(`^WD-${year}-\\d{6}$`).test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(6);
  });

  test('of another draft of the same application is another one', async () => {
    const applicationId = await approved();
    const [first, second] = [await draft(applicationId), await draft(applicationId)];
    expect((await story.contract(first)).number).not.toBe((await story.contract(second)).number);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { smooth, watched } from '../../../test/builders/sweep.builder.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { DraftContract } from './draft-contract.use-case.js';
import { ExpireDrafts } from './expire-drafts.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

/** As if the draft had been made so long ago that its last day was that one. */
const dueOn = (contractId: string, signDueOn: LocalDate) =>
  desk.platform.work.run({ actor: desk.seller, operation: 'given' }, async (tx) => {
    const contracts = desk.get(Contracts);
    await contracts.save({ ...(await contracts.get(contractId, tx)), signDueOn }, tx);
  });
const expire = (watch = smooth) => desk.get(ExpireDrafts).execute(watch);

test('[2.12] a draft has a last day: of policy, or of its approval when that ends before', async () => {
  const today = desk.platform.clock.today();
  const { applicationId } = await story.approved();
  const contractId = await desk.get(DraftContract).execute(desk.seller, { applicationId });
  expect((await story.contract(contractId)).signDueOn).toBe(addDays(today, 30));
  const validUntil = addDays(today, 3);
  const short = await story.given({ desk: 'passed' });
  await story.decide(short, { validUntil });
  expect((await story.contract(await desk.get(DraftContract).execute(desk.seller, { applicationId: short }))).signDueOn).toBe(validUntil);
});

test('[2.12] a draft that nobody signed in time expires once, and may be drafted again while the approval holds', async () => {
  const today = desk.platform.clock.today();
  const [late, last, signed] = [await story.readyContract(), await story.readyContract(), await story.signed()];
  await dueOn(late.contractId, addDays(today, -1));
  await dueOn(last.contractId, today);
  expect([await expire(), await expire()]).toEqual([1, 0]);
  const contract = await story.contract(late.contractId);
  expect([contract.state, contract.signDueOn, contract.history.map(({ state }) => state)]).toEqual(['expired', null, ['draft', 'expired']]);
  expect((await story.contract(signed.contractId)).state).toBe('signed');
  await story.sign(last.contractId);
  const before = await desk.snapshot();
  expect(await codesOf(story.sign(late.contractId))).toEqual(['DRAFT_EXPIRED']);
  expect(await desk.snapshot()).toBe(before);
  const again = await desk.get(DraftContract).execute(desk.seller, { applicationId: late.applicationId });
  expect(await story.contract(again)).toMatchObject({ state: 'draft', draftNo: 2 });
  expect((await story.contract(late.contractId)).state).toBe('expired');
});

test('[2.12] a draft past its last day is not signed even before the job has come by', async () => {
  const { contractId } = await story.readyContract();
  await dueOn(contractId, addDays(desk.platform.clock.today(), -1));
  expect(await codesOf(story.sign(contractId))).toEqual(['DRAFT_EXPIRED']);
});

test('[2.12] a draft that cannot be written does not hold the others up, and is tried again by the next pass', async () => {
  const today = desk.platform.clock.today();
  await expire();
  const [broken, good] = [await story.readyContract(), await story.readyContract()];
  await dueOn(broken.contractId, addDays(today, -9));
  await dueOn(good.contractId, addDays(today, -1));
  const contracts = desk.platform.database.collection<{ _id: string; strange?: string; state?: string }>('contracts');
  const _id = broken.contractId;
  await contracts.updateOne({ _id }, { $set: { strange: '13800138000' } });
  const { watch, setAside } = watched();
  expect(await expire(watch)).toBe(1);
  expect(setAside).toEqual([broken.contractId]);
  expect((await story.contract(good.contractId)).state).toBe('expired');
  expect((await contracts.findOne({ _id }))?.state).toBe('draft');
  await contracts.updateOne({ _id }, { $unset: { strange: '' } });
  expect(await expire()).toBe(1);
  expect((await story.contract(broken.contractId)).state).toBe('expired');
});

test('[7.12] a sweep that is asked to stop ends between two drafts', async () => {
  const { contractId } = await story.readyContract();
  await dueOn(contractId, addDays(desk.platform.clock.today(), -1));
  expect(await expire({ ...smooth, isStopping: () => true })).toBe(0);
  expect(await expire()).toBe(1);
});

test('[7.12] two processes that look at once end each draft once', async () => {
  const made = [await story.readyContract(), await story.readyContract(), await story.readyContract()];
  for (const { contractId } of made) await dueOn(contractId, addDays(desk.platform.clock.today(), -1));
  await Promise.all([expire(), expire()]);
  for (const { contractId } of made) expect((await story.contract(contractId)).history).toHaveLength(2);
});

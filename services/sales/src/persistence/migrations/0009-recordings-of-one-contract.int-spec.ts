import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { recordingBytes } from '../../../test/builders/recording.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { AttachRecording } from '../../use-cases/contract/attach-recording.use-case.js';
import { recordingsOfOneContract } from './0009-recordings-of-one-contract.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

test('[4.18] of contracts that shared a recording the first keeps it, the others stay as they are, and a new one may not have it', async () => {
  const made = [await story.readyContract(), await story.readyContract(), await story.readyContract(['VIDEO'])];
  const [first, second, third] = made.map(({ contractId }) => contractId) as [string, string, string];
  const contracts = desk.platform.database.collection<{ _id: string }>('contracts');
  const video = recordingBytes('VIDEO', 120, first);
  const sha256 = (await story.contract(first)).recordings[1]?.sha256 ?? '';
  // As the version of before stored them: no claims, and the same picture for two signings.
  await contracts.updateOne({ _id: second }, { $set: { 'recordings.1.sha256': sha256 } });
  await contracts.updateMany({}, { $unset: { 'recordings.$[].claimedHash': '' } });
  await recordingsOfOneContract.up(desk.platform.database);
  const claims = async (id: string) =>
    (await story.contract(id)).recordings.map((one) => [one.claimedHash === one.sha256, one.claimedHash]);
  expect((await claims(first)).map(([own]) => own)).toEqual([true, true]);
  expect((await claims(second)).map(([own]) => own)).toEqual([true, false]);
  expect((await claims(second))[1]?.[1]).toBe(`${sha256} of ${second}`);
  expect((await claims(third)).map(([own]) => own)).toEqual([true]);
  const before = await desk.snapshot();
  await recordingsOfOneContract.up(desk.platform.database);
  expect(await desk.snapshot()).toBe(before);
  const fileId = await desk.upload({ kind: 'application', id: made[2]?.applicationId ?? '' }, 'video/mp4', video);
  const attach = desk.get(AttachRecording).execute(desk.seller, { contractId: third, kind: 'VIDEO', fileId, requestKey: newId('key') });
  expect(await codesOf(attach)).toEqual(['RECORDING_REUSED']);
  expect([await codesOf(story.sign(first)), await codesOf(story.sign(second))]).toEqual([[], []]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMonths } from '@weilend/kernel';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { recordingBytes } from '../../../test/builders/recording.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { AttachRecording } from './attach-recording.use-case.js';
import { DeleteRecording } from './delete-recording.use-case.js';
import { DraftContract } from './draft-contract.use-case.js';
import { RecordExplanation } from './record-explanation.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const bytes = (seconds: number, kind: 'AUDIO' | 'VIDEO' = 'VIDEO') => recordingBytes(kind, seconds, `${seconds}`);

describe('[4.18] a recording of the signing', () => {
  test('counts with the length that its bytes tell, whatever was said, and with hash, size and type', async () => {
    const { applicationId, contractId } = await story.readyContract(['VIDEO']);
    const fileId = await desk.upload({ kind: 'application', id: applicationId }, 'video/mp4', bytes(130));
    await desk.get(AttachRecording).execute(desk.seller, { contractId, kind: 'VIDEO', fileId, durationSeconds: 9_999 });
    const recording = (await story.contract(contractId)).recordings.find(({ kind }) => kind === 'VIDEO');
    expect(recording).toMatchObject({
      fileId,
      durationSeconds: 130,
      contentType: 'video/mp4',
      sizeBytes: bytes(130).length,
      deletion: null,
    });
    expect(recording?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await desk.files.find(fileId))?.state).toBe('attached');
  });

  test.each<[string, 'AUDIO' | 'VIDEO', string, Buffer, string]>([
    ['of random bytes', 'VIDEO', 'video/mp4', Buffer.from('d3ad'.repeat(200), 'hex'), 'RECORDING_KIND'],
    ['of sound only as picture', 'VIDEO', 'video/mp4', bytes(120, 'AUDIO'), 'RECORDING_KIND'],
    ['of an MP4 that is called a WAV', 'AUDIO', 'audio/wav', bytes(120, 'AUDIO'), 'RECORDING_KIND'],
    ['of a paper', 'VIDEO', 'application/pdf', Buffer.from('%PDF-1.4'), 'RECORDING_KIND'],
    ['that was cut off', 'VIDEO', 'video/mp4', bytes(120).subarray(0, -100), 'RECORDING_DAMAGED'],
    ['whose header claims an hour that it has not', 'VIDEO', 'video/mp4', claiming(3_600), 'RECORDING_DAMAGED'],
    ['shorter than the contract takes to be read', 'VIDEO', 'video/mp4', bytes(40), 'RECORDING_TOO_SHORT'],
  ])('%s is refused, its file stays free, and nothing changed', async (_title, kind, contentType, content, code) => {
    const { applicationId, contractId } = await story.readyContract(['AUDIO', 'VIDEO']);
    const fileId = await desk.upload({ kind: 'application', id: applicationId }, contentType, content);
    const before = await desk.snapshot();
    const attach = desk.get(AttachRecording).execute(desk.seller, { contractId, kind, fileId, durationSeconds: 600 });
    expect(await codesOf(attach)).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
    expect((await desk.files.find(fileId))?.state).toBe('verified');
  });

  test('of a longer minimum by policy is measured by that', async () => {
    await seedParameters(desk.platform, { 'recording.least-seconds': '300' });
    const { applicationId, contractId } = await story.readyContract(['AUDIO', 'VIDEO']);
    const fileId = await desk.upload({ kind: 'application', id: applicationId }, 'video/mp4', bytes(120));
    const attach = desk.get(AttachRecording).execute(desk.seller, { contractId, kind: 'VIDEO', fileId });
    await expect(attach).rejects.toMatchObject({ code: 'RECORDING_TOO_SHORT', data: { seconds: 120, atLeast: 300 } });
    await seedParameters(desk.platform);
  });
});

describe('[4.18] one recording is the evidence of one contract', () => {
  const attach = async (to: { applicationId: string; contractId: string }, content: Buffer) => {
    const fileId = await desk.upload({ kind: 'application', id: to.applicationId }, 'video/mp4', content);
    return { fileId, act: () => desk.get(AttachRecording).execute(desk.seller, { contractId: to.contractId, kind: 'VIDEO', fileId }) };
  };

  test.each(['draft', 'signed', 'void', 'expired'] as const)(
    'one of a %s contract is refused for another, and nothing changed',
    async (state) => {
      const other = state === 'signed' ? await story.signed() : await story.readyContract();
      if (state !== 'signed')
        await desk.platform.database.collection<{ _id: string }>('contracts').updateOne({ _id: other.contractId }, { $set: { state } });
      const mine = await story.readyContract(['VIDEO']);
      const { act, fileId } = await attach(mine, recordingBytes('VIDEO', 120, other.contractId));
      const before = await desk.snapshot();
      expect(await codesOf(act())).toEqual(['RECORDING_REUSED']);
      expect(await desk.snapshot()).toBe(before);
      expect((await desk.files.find(fileId))?.state).toBe('verified');
      const { act: good } = await attach(mine, recordingBytes('VIDEO', 120, mine.contractId));
      expect(await codesOf(good())).toEqual([]);
    },
  );

  test('one that two contracts reach for at once goes to one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const both = [await story.readyContract(['VIDEO']), await story.readyContract(['VIDEO'])];
      const content = recordingBytes('VIDEO', 120, `shared ${round} ${both[0]?.contractId}`);
      const acts = [await attach(both[0] as never, content), await attach(both[1] as never, content)];
      const codes = await Promise.all(acts.map(({ act }) => codesOf(act())));
      expect(codes.flat()).toEqual(['RECORDING_REUSED']);
      const held = await Promise.all(both.map(async ({ contractId }) => (await story.contract(contractId)).recordings.length));
      expect(held.sort()).toEqual([1, 2]);
    }
  });

  test('the index refuses it whatever the check has seen', async () => {
    const [one, two] = [await story.readyContract(), await story.readyContract()];
    const { recordings } = await story.contract(one.contractId);
    const save = story.write(async (tx) => {
      const contracts = desk.get(Contracts);
      await contracts.save({ ...(await contracts.get(two.contractId, tx)), recordings }, tx);
    });
    expect(await codesOf(save)).toEqual(['RECORDING_REUSED']);
  });

  test('the index serves the question', async () => {
    const { sha256 = '' } = (await story.contract((await story.readyContract()).contractId)).recordings[0] ?? {};
    const found = desk.platform.database
      .collection('contracts')
      .find({ 'recordings.claimedHash': { $eq: sha256, $type: 'string' } })
      .explain('queryPlanner');
    expect(JSON.stringify(await found)).toContain('oneContractOfRecording');
  });
});

describe('[4.17] the reading of the contract', () => {
  const explain = (contractId: string, readingSeconds: number) =>
    desk.get(RecordExplanation).execute(desk.seller, { contractId, textVersion: '1', readingSeconds, confirmedByCustomer: true });

  test('cannot have taken longer than the draft has been there', async () => {
    const { applicationId } = await story.approved();
    const contractId = await desk.get(DraftContract).execute(desk.seller, { applicationId });
    const before = await desk.snapshot();
    expect(await codesOf(explain(contractId, 120))).toEqual(['READING_TOO_LONG']);
    expect(await desk.snapshot()).toBe(before);
    await story.draftedBefore(contractId, 2);
    expect(await codesOf(explain(contractId, 600))).toEqual(['READING_TOO_LONG']);
    expect(await codesOf(explain(contractId, 9))).toEqual(['READING_TOO_SHORT']);
    expect(await codesOf(explain(contractId, 119))).toEqual([]);
    expect((await story.contract(contractId)).explanation).toMatchObject({ readingSeconds: 119 });
  });

  test('is never faster than the policy says', async () => {
    const { contractId } = await story.readyContract(['explanation', 'AUDIO', 'VIDEO']);
    await seedParameters(desk.platform, { 'contract.reading-floor': '300' });
    expect(await codesOf(explain(contractId, 299))).toEqual(['READING_TOO_SHORT']);
    expect(await codesOf(explain(contractId, 300))).toEqual([]);
    await seedParameters(desk.platform);
  });
});

describe('[4.18] deletion', () => {
  const officer = person('compliance', 'compliance-officer');
  const remove = (contractId: string, fileId: string, by = officer) =>
    desk.get(DeleteRecording).execute(by, { contractId, fileId, reason: '保存期满' });

  test('before the retention end is refused with its day; after it the bytes go and what is known of them stays', async () => {
    const { contractId } = await story.signed();
    const [recording] = (await story.contract(contractId)).recordings;
    const fileId = recording?.fileId ?? '';
    const before = await desk.snapshot();
    const until = addMonths(desk.platform.clock.today(), 12 + 120);
    await expect(remove(contractId, fileId)).rejects.toMatchObject({ code: 'RECORDING_RETAINED', data: { until } });
    expect(await desk.snapshot()).toBe(before);
    await seedParameters(desk.platform, { 'retention.recording-years': '-2' });
    await remove(contractId, fileId);
    const after = (await story.contract(contractId)).recordings.find((one) => one.fileId === fileId);
    expect(after).toMatchObject({ ...recording, deletion: { reason: '保存期满', by: officer.employeeId } });
    expect(await desk.files.find(fileId)).toMatchObject({ state: 'erased', objectKey: null, sha256: recording?.sha256 });
    expect(await codesOf(remove(contractId, fileId))).toEqual(['RECORDING_NOT_FOUND']);
    await seedParameters(desk.platform);
  });

  test("another salesperson's contract does not exist for who may not see it", async () => {
    const { contractId } = await story.signed();
    expect(await codesOf(remove(contractId, 'fil_x', person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
  });
});

/** The bytes of two minutes under a header of more. */
function claiming(seconds: number): Buffer {
  const [whole, few] = [recordingBytes('VIDEO', seconds, ''), recordingBytes('VIDEO', 120, '')];
  return Buffer.concat([whole.subarray(0, whole.indexOf('mdat') - 4), few.subarray(few.indexOf('mdat') - 4)]);
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMonths } from '@weilend/kernel';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { recordingBytes } from '../../../test/builders/recording.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { AttachRecording } from './attach-recording.use-case.js';
import { DeleteRecording } from './delete-recording.use-case.js';

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
    const fileId = await desk.upload({ kind: 'application', id: applicationId }, 'video/mp4', bytes(75));
    await desk.get(AttachRecording).execute(desk.seller, { contractId, kind: 'VIDEO', fileId, durationSeconds: 9_999 });
    const recording = (await story.contract(contractId)).recordings.find(({ kind }) => kind === 'VIDEO');
    expect(recording).toMatchObject({ fileId, durationSeconds: 75, contentType: 'video/mp4', sizeBytes: bytes(75).length, deletion: null });
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

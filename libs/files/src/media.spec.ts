import { describe, expect, test } from '@jest/globals';
import { isDeclaredAs, measureMedia } from './media.js';
import type { MediaReading } from './media.js';
import { mp3Bytes, mp4Bytes, oggBytes, wavBytes, webmBytes } from './media.builder.js';

const measure = (bytes: Buffer): Promise<MediaReading> =>
  measureMedia({ sizeBytes: bytes.length, read: async (start, end) => new Uint8Array(bytes.subarray(start, end)) });

describe('[4.18] a recording tells its own length', () => {
  test.each<[string, Buffer, object]>([
    ['WAV', wavBytes(95), { container: 'WAV', audioSeconds: 95, videoSeconds: null }],
    ['MP4 with sound and picture', mp4Bytes(95), { container: 'MP4', audioSeconds: 95, videoSeconds: 95 }],
    ['M4A', mp4Bytes(95, ['soun']), { container: 'MP4', audioSeconds: 95, videoSeconds: null }],
    ['MP4 without sound', mp4Bytes(95, ['vide']), { container: 'MP4', audioSeconds: null, videoSeconds: 95 }],
    ['MP3', mp3Bytes(95), { container: 'MP3', audioSeconds: 95, videoSeconds: null }],
    ['WebM as browsers record it', webmBytes(95), { container: 'WEBM', audioSeconds: 95, videoSeconds: 95 }],
    ['WebM of sound', webmBytes(95, ['A_OPUS']), { container: 'WEBM', audioSeconds: 95, videoSeconds: null }],
    ['OGG', oggBytes(95), { container: 'OGG', audioSeconds: 95, videoSeconds: null }],
  ])('%s', async (_title, bytes, facts) => {
    expect(await measure(bytes)).toEqual({ ok: true, facts });
  });

  test('larger than what is read at once', async () => {
    expect(await measure(wavBytes(5_000))).toMatchObject({ ok: true, facts: { audioSeconds: 5_000 } });
  });

  test.each<[string, (bytes: Buffer) => Buffer, Buffer, string]>([
    ['a WAV that was cut off', (bytes) => bytes.subarray(0, bytes.length - 1), wavBytes(60), 'CUT_OFF'],
    ['a WAV without its data', (bytes) => bytes.subarray(0, 36), wavBytes(60), 'CUT_OFF'],
    ['an MP4 that was cut off', (bytes) => bytes.subarray(0, bytes.length - 100), mp4Bytes(60), 'CUT_OFF'],
    [
      'an MP4 without its description',
      (bytes) => Buffer.concat([bytes.subarray(0, 24), bytes.subarray(bytes.indexOf('mdat') - 4)]),
      mp4Bytes(60),
      'CUT_OFF',
    ],
    ['an MP4 that is its header only', (bytes) => bytes.subarray(0, bytes.indexOf('mdat') - 4), mp4Bytes(60), 'CUT_OFF'],
    ['a WebM that was cut off', (bytes) => bytes.subarray(0, bytes.length - 10), webmBytes(60), 'CUT_OFF'],
    ['an MP4 that claims an hour', (bytes) => bytes, mp4Bytes(3_600, ['soun', 'vide'], 1), 'TOO_SMALL'],
    ['a WAV that plays nothing for hours', (bytes) => patched(bytes, 24, Buffer.from([1, 0, 0, 0])), wavBytes(60), 'TOO_SMALL'],
    ['random bytes', () => Buffer.from('d3ad'.repeat(64), 'hex'), wavBytes(1), 'NOT_MEDIA'],
    ['a PDF', () => Buffer.from('%PDF-1.4 not a recording'), wavBytes(1), 'NOT_MEDIA'],
    [
      'a PDF with the first bytes of an MP4',
      () => Buffer.concat([Buffer.from('\0\0\0\x10ftypisom\0\0\0\0'), Buffer.from('%PDF-1.4 not a recording')]),
      wavBytes(1),
      'CUT_OFF',
    ],
    ['nothing', () => Buffer.alloc(0), wavBytes(1), 'NOT_MEDIA'],
  ])('%s is refused', async (_title, bend, bytes, problem) => {
    expect(await measure(bend(bytes))).toEqual({ ok: false, problem });
  });

  test('a track that is broken inside has no length, or is refused; never another error', async () => {
    const whole = mp4Bytes(60);
    for (let at = 24; at < whole.indexOf('mdat'); at += 7) {
      const reading = await measure(patched(whole, at, Buffer.from([0xff, 0xfe])));
      expect(reading.ok ? 'MP4' : reading.problem).toMatch(/MP4|CUT_OFF|TOO_SMALL|UNREADABLE/);
    }
  });

  test('trouble of the store is not the fault of the file', async () => {
    const trouble = Object.assign(new Error('no connection'), { name: 'MongoNetworkError' });
    const bytes = wavBytes(600);
    const read = async (start: number, end: number): Promise<Uint8Array> => {
      if (start > 0) throw trouble;
      return new Uint8Array(bytes.subarray(start, end));
    };
    await expect(measureMedia({ sizeBytes: bytes.length, read })).rejects.toThrow('no connection');
  });
});

test.each([
  ['MP4', 'video/mp4', true],
  ['MP4', 'audio/x-m4a', true],
  ['WAV', 'audio/wav', true],
  ['MP3', 'audio/mpeg', true],
  ['WEBM', 'video/webm', true],
  ['WAV', 'audio/mp4', false],
  ['MP4', 'application/mp4', false],
  ['OGG', 'audio/mpeg', false],
] as const)('a %s may be declared as %s: %s', (container, contentType, may) => {
  expect(isDeclaredAs(container, contentType)).toBe(may);
});

function patched(bytes: Buffer, at: number, by: Buffer): Buffer {
  const bent = Buffer.from(bytes);
  by.copy(bent, at);
  return bent;
}

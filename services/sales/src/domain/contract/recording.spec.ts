import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { RecordingKind } from './contract.js';
import { measuredSeconds, retainUntil, withoutRecording } from './recording.js';
import type { MeasuredFile } from './recording.js';
import { at, readyContract } from './signed.builder.js';

const film: MeasuredFile = { contentType: 'video/mp4', problem: null, isAsDeclared: true, audioSeconds: 90, videoSeconds: 95 };
const sound: MeasuredFile = { contentType: 'audio/wav', problem: null, isAsDeclared: true, audioSeconds: 90, videoSeconds: null };

test.each<[RecordingKind, MeasuredFile, number]>([
  ['VIDEO', film, 95],
  ['AUDIO', sound, 90],
  ['AUDIO', { ...film, contentType: 'audio/mp4' }, 90],
])('[4.18] the length of %s is that of its own track', (kind, file, seconds) => {
  expect(measuredSeconds(kind, file)).toBe(seconds);
});

test.each<[string, RecordingKind, MeasuredFile, string]>([
  ['a sound as picture', 'VIDEO', sound, 'RECORDING_KIND'],
  ['a picture as sound', 'AUDIO', film, 'RECORDING_KIND'],
  ['a picture without picture', 'VIDEO', { ...film, videoSeconds: null }, 'RECORDING_KIND'],
  ['a sound without sound', 'AUDIO', { ...sound, audioSeconds: null }, 'RECORDING_KIND'],
  ['another container than declared', 'AUDIO', { ...sound, isAsDeclared: false }, 'RECORDING_KIND'],
  ['bytes that are no recording', 'AUDIO', { ...sound, problem: 'NOT_MEDIA' }, 'RECORDING_KIND'],
  ['a file that was cut off', 'AUDIO', { ...sound, problem: 'CUT_OFF' }, 'RECORDING_DAMAGED'],
  ['a header that claims too much', 'VIDEO', { ...film, problem: 'TOO_SMALL' }, 'RECORDING_DAMAGED'],
  ['a broken file', 'VIDEO', { ...film, problem: 'UNREADABLE' }, 'RECORDING_DAMAGED'],
])('[4.18] refused: %s', (_title, kind, file, code) => {
  expect(() => measuredSeconds(kind, file)).toThrow(expect.objectContaining({ code, field: 'fileId' }));
});

describe('[4.18] retention', () => {
  const day = parseLocalDate;
  const signed = readyContract({ state: 'signed', signedAt: at(9) });
  const amended = {
    amendmentId: 'amd_1',
    amendmentNo: 1,
    principalFen: 1,
    annualRate: '0.1',
    method: 'BULLET',
    maturesOn: day('2028-05-01'),
    effectiveOn: day('2027-01-01'),
  };
  const word = { fileId: 'fil_AUDIO', reason: '期满', by: 'emp_9', at: at(30), years: 10 };

  test.each([
    ['of a signed contract: years after its term', signed, '2037-11-23'],
    ['of an amended one: years after its new end', { ...signed, amended }, '2038-05-01'],
    ['of what was never signed: years after its last change', readyContract({ state: 'void' }), '2036-11-23'],
  ])('%s', (_title, contract, until) => {
    expect(retainUntil(contract, 10)).toBe(until);
  });

  test('deletion before its end is refused with the day, on the day after it is marked, once', () => {
    expect(() => withoutRecording(signed, { ...word, today: day('2037-11-23') })).toThrow(
      expect.objectContaining({ code: 'RECORDING_RETAINED', data: { until: '2037-11-23' } }),
    );
    const without = withoutRecording(signed, { ...word, today: day('2037-11-24') });
    expect(without.recordings[0]).toMatchObject({ fileId: 'fil_AUDIO', sha256: 'c'.repeat(64), deletion: { reason: '期满', by: 'emp_9' } });
    expect(() => withoutRecording(without, { ...word, today: day('2037-11-24') })).toThrow(
      expect.objectContaining({ code: 'RECORDING_NOT_FOUND' }),
    );
  });

  test.each([
    [{ fileId: 'fil_other' }, 'RECORDING_NOT_FOUND'],
    [{ reason: ' ' }, 'INPUT_INVALID'],
  ])('%j is refused', (change, code) => {
    expect(() => withoutRecording(signed, { ...word, today: day('2099-01-01'), ...change })).toThrow(expect.objectContaining({ code }));
  });
});

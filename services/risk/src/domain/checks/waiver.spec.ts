import { describe, expect, it, test } from '@jest/globals';
import { checkWaiver, stateOfCheck } from './waiver.js';
import type { CheckMethod, CheckWaiver } from './waiver.js';

type File = Parameters<typeof checkWaiver>[0];
const none: File = { siteVisits: [], phoneVerifications: [], bureau: null, dataAnalyses: [], waivers: [] };
const waiver: CheckWaiver = {
  method: 'PHONE_VERIFICATION',
  reason: 'the employer has no telephone',
  waivedBy: 'emp_1',
  waivedAt: new Date(0),
};
const recordedCall = { ...none, phoneVerifications: [{}] } as unknown as File;
const requested = { ...none, bureau: { state: 'REQUESTED' } } as unknown as File;
const answered = { ...none, bureau: { state: 'ANSWERED' } } as unknown as File;
const failed = { ...none, bureau: { state: 'FAILED' } } as unknown as File;

describe('[4.10] waiving a method', () => {
  it.each<CheckMethod>(['PHONE_VERIFICATION', 'DATA_ANALYSIS'])('%s may be waived with a reason', (method) => {
    expect(checkWaiver(none, { ...waiver, method })).toMatchObject({ method });
  });

  it.each<[string, File, Partial<CheckWaiver>, string]>([
    ['the site visit', none, { method: 'SITE_VISIT' }, 'CHECK_NOT_WAIVABLE'],
    ['the bureau', none, { method: 'BUREAU_INQUIRY' }, 'CHECK_NOT_WAIVABLE'],
    ['without a reason', none, { reason: '' }, 'TEXT_MISSING'],
    ['with a short reason', none, { reason: 'no time' }, 'TEXT_MISSING'],
    ['what was recorded', recordedCall, {}, 'CHECK_ALREADY_RECORDED'],
    ['what was waived', { ...none, waivers: [waiver] }, {}, 'CHECK_ALREADY_RECORDED'],
  ])('refuses %s', (_name, file, change, code) => {
    expect(() => checkWaiver(file, { ...waiver, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.10] where a method stands', () => {
  it.each<[string, File, CheckMethod, string]>([
    ['nothing', none, 'SITE_VISIT', 'MISSING'],
    ['a bureau that has not answered', requested, 'BUREAU_INQUIRY', 'MISSING'],
    ['a bureau that failed', failed, 'BUREAU_INQUIRY', 'MISSING'],
    ['a bureau that answered', answered, 'BUREAU_INQUIRY', 'RECORDED'],
    ['a call', recordedCall, 'PHONE_VERIFICATION', 'RECORDED'],
  ])('%s', (_name, file, method, state) => {
    expect(stateOfCheck(file, method)).toBe(state);
  });

  test('a waiver of one method is none of another', () => {
    const file = { ...none, waivers: [waiver] };
    expect([stateOfCheck(file, 'PHONE_VERIFICATION'), stateOfCheck(file, 'DATA_ANALYSIS')]).toEqual(['WAIVED', 'MISSING']);
  });
});

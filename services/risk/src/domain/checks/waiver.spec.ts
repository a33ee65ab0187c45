import { describe, expect, it, test } from '@jest/globals';
import { decideWaiver, requestWaiver, stateOfCheck } from './waiver.js';
import type { CheckMethod, CheckWaiver, WaiverRequest } from './waiver.js';

type File = Parameters<typeof decideWaiver>[0];
const none: File = {
  investigatorIds: ['emp_1', 'emp_2'],
  siteVisits: [],
  phoneVerifications: [],
  bureau: null,
  dataAnalyses: [],
  waivers: [],
};
const wish: WaiverRequest = {
  method: 'PHONE_VERIFICATION',
  reason: 'the employer has no telephone',
  waivedBy: 'emp_1',
  waivedAt: new Date(0),
};
const requested: CheckWaiver = { ...wish, state: 'REQUESTED', decision: null };
const approved: CheckWaiver = { ...wish, state: 'APPROVED', decision: { by: 'emp_m', at: new Date(1), note: null } };
const refused: CheckWaiver = { ...wish, state: 'REFUSED', decision: { by: 'emp_m', at: new Date(1), note: 'call the landlord' } };
const recordedCall = { ...none, phoneVerifications: [{}] } as unknown as File;
const asked = { ...none, bureau: { state: 'REQUESTED' } } as unknown as File;
const answered = { ...none, bureau: { state: 'ANSWERED' } } as unknown as File;
const failed = { ...none, bureau: { state: 'FAILED' } } as unknown as File;

describe('[4.10] asking to leave a method out', () => {
  it.each<CheckMethod>(['PHONE_VERIFICATION', 'DATA_ANALYSIS'])('%s may be asked for with a reason', (method) => {
    expect(requestWaiver(none, { ...wish, method })).toMatchObject({ method, state: 'REQUESTED', decision: null });
  });

  test('again after a refusal', () => {
    expect(requestWaiver({ ...none, waivers: [refused] }, wish)).toMatchObject({ state: 'REQUESTED' });
  });

  it.each<[string, File, Partial<WaiverRequest>, string]>([
    ['the site visit', none, { method: 'SITE_VISIT' }, 'CHECK_NOT_WAIVABLE'],
    ['the bureau', none, { method: 'BUREAU_INQUIRY' }, 'CHECK_NOT_WAIVABLE'],
    ['without a reason', none, { reason: '' }, 'TEXT_MISSING'],
    ['with a short reason', none, { reason: 'no time' }, 'TEXT_MISSING'],
    ['what was recorded', recordedCall, {}, 'CHECK_ALREADY_RECORDED'],
    ['what was waived', { ...none, waivers: [approved] }, {}, 'CHECK_ALREADY_RECORDED'],
    ['what is asked already', { ...none, waivers: [requested] }, {}, 'WAIVER_PENDING'],
  ])('refuses %s', (_name, file, change, code) => {
    expect(() => requestWaiver(file, { ...wish, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.10] the risk manager decides', () => {
  const file = { ...none, waivers: [refused, requested] };
  const answer = { method: 'PHONE_VERIFICATION' as const, approve: true, by: 'emp_m', at: new Date(2), note: null };

  test('agreeing leaves the method out; the earlier refusal stays readable', () => {
    expect(decideWaiver(file, answer)).toMatchObject([{ state: 'REFUSED' }, { state: 'APPROVED', decision: { by: 'emp_m', note: null } }]);
  });

  test('refusing says why, and the method is still missing', () => {
    const waivers = decideWaiver(file, { ...answer, approve: false, note: 'the landlord can be called' });
    expect(stateOfCheck({ ...none, waivers }, 'PHONE_VERIFICATION')).toBe('MISSING');
  });

  it.each<[string, File, object, string]>([
    ['nothing was asked', none, {}, 'WAIVER_NOT_REQUESTED'],
    ['another method was asked', file, { method: 'DATA_ANALYSIS' }, 'WAIVER_NOT_REQUESTED'],
    ['it was decided', { ...none, waivers: [approved] }, {}, 'WAIVER_NOT_REQUESTED'],
    ['by who asked', { ...file, investigatorIds: [] }, { by: 'emp_1' }, 'WAIVER_OWN'],
    ['by the other of the two', file, { by: 'emp_2' }, 'WAIVER_OWN'],
    ['a refusal without a word', file, { approve: false }, 'TEXT_MISSING'],
    ['[3.7] a note with a number', file, { note: 'call 13800001111' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses: %s', (_name, of, change, code) => {
    expect(() => decideWaiver(of, { ...answer, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.10] where a method stands', () => {
  it.each<[string, File, CheckMethod, string]>([
    ['nothing', none, 'SITE_VISIT', 'MISSING'],
    ['a bureau that has not answered', asked, 'BUREAU_INQUIRY', 'MISSING'],
    ['a bureau that failed', failed, 'BUREAU_INQUIRY', 'MISSING'],
    ['a bureau that answered', answered, 'BUREAU_INQUIRY', 'RECORDED'],
    ['a call', recordedCall, 'PHONE_VERIFICATION', 'RECORDED'],
    ['a waiver that nobody decided on', { ...none, waivers: [requested] }, 'PHONE_VERIFICATION', 'MISSING'],
    ['a waiver that was refused', { ...none, waivers: [refused] }, 'PHONE_VERIFICATION', 'MISSING'],
    ['a waiver that was agreed to', { ...none, waivers: [approved] }, 'PHONE_VERIFICATION', 'WAIVED'],
    ['a waiver of another method', { ...none, waivers: [approved] }, 'DATA_ANALYSIS', 'MISSING'],
  ])('%s', (_name, file, method, state) => {
    expect(stateOfCheck(file, method)).toBe(state);
  });
});

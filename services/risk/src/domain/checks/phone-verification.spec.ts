import { describe, expect, it, test } from '@jest/globals';
import { phoneVerification } from './phone-verification.js';
import type { PhoneVerification } from './phone-verification.js';

const call: PhoneVerification = {
  checkId: 'phv_1',
  spokenTo: 'Ms Li, accountant',
  numberKind: 'EMPLOYER_LANDLINE',
  calledAt: new Date('2026-11-23T06:00:00Z'),
  answers: [{ question: 'Does he work there?', answer: 'Yes' }],
  recordedBy: 'emp_1',
  recordedAt: new Date('2026-11-23T08:00:00Z'),
};

describe('[4.10] telephone verification', () => {
  test('keeps who, the kind of number, questions and answers', () => {
    expect(phoneVerification(call)).toEqual(call);
  });

  it.each<[string, Partial<PhoneVerification>, string]>([
    ['nothing asked', { answers: [] }, 'ANSWERS_MISSING'],
    ['an empty answer', { answers: [{ question: 'Works there?', answer: ' ' }] }, 'TEXT_MISSING'],
    ['an empty question', { answers: [{ question: '', answer: 'Yes' }] }, 'TEXT_MISSING'],
    ['nobody spoken to', { spokenTo: '' }, 'TEXT_MISSING'],
    ['a call that is still to come', { calledAt: new Date('2026-11-23T08:00:01Z') }, 'CHECK_IN_FUTURE'],
    ['[3.7] the number itself', { spokenTo: 'Ms Li 13800001111' }, 'PERSONAL_NUMBER_IN_TEXT'],
    ['[3.7] a number in an answer', { answers: [{ question: 'Which card?', answer: '6222 0212 3456 7890' }] }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s', (_name, change, code) => {
    expect(() => phoneVerification({ ...call, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

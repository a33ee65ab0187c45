import { describe, expect, test } from '@jest/globals';
import {
  confirmViolation,
  dismissViolation,
  investigateViolation,
  noteAppraisal,
  reportViolation,
  VIOLATION_STATES,
  violationMachine,
} from './violation.js';
import type { ReportFacts, ViolationEvent } from './violation.js';

const at = new Date('2026-11-23T02:00:00Z');
const facts: ReportFacts = {
  id: 'vio_1',
  kind: 'MISLEADING',
  severity: 'SERIOUS',
  aboutId: 'emp_seller',
  applicationId: null,
  description: '未说明罚息',
  reportedBy: 'emp_reporter',
  reportedAt: at,
};
const reported = reportViolation(facts);
const investigating = investigateViolation(reported, 'emp_officer');
const verdict = { by: 'emp_judge', at, findings: '录音证实' };

test('[7.9] a report without words is refused', () => {
  expect(() => reportViolation({ ...facts, description: '\n ' })).toThrow(expect.objectContaining({ code: 'VIOLATION_TEXT_MISSING' }));
});

const EVENTS: readonly ViolationEvent[] = ['investigate', 'confirm', 'dismiss'];
const allowed: Readonly<Record<string, string>> = {
  'reported/investigate': 'investigating',
  'investigating/confirm': 'confirmed',
  'investigating/dismiss': 'dismissed',
};

test.each(VIOLATION_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  '[7.12] a violation that is %s: %s',
  (state, event) => {
    const target = allowed[`${state}/${event}`];
    if (target) expect(violationMachine.next(state, event)).toBe(target);
    else expect(() => violationMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  },
);

describe('[5.4] confirmed', () => {
  test('on findings, against a person', () => {
    expect(confirmViolation(investigating, verdict)).toMatchObject({
      state: 'confirmed',
      aboutId: 'emp_seller',
      severity: 'SERIOUS',
      findings: '录音证实',
    });
  });

  test('with the person and the severity that the investigation found', () => {
    const unknown = { ...investigating, aboutId: null };
    expect(confirmViolation(unknown, { ...verdict, aboutId: 'emp_other', severity: 'SEVERE' })).toMatchObject({
      aboutId: 'emp_other',
      severity: 'SEVERE',
    });
  });

  test.each([
    ['without findings', investigating, { ...verdict, findings: '' }, 'VIOLATION_FINDINGS_MISSING'],
    ['against nobody', { ...investigating, aboutId: null }, verdict, 'VIOLATION_PERSON_UNKNOWN'],
    ['by the accused', investigating, { ...verdict, by: 'emp_seller' }, 'VIOLATION_OWN_CASE'],
    ['by the reporter', investigating, { ...verdict, by: 'emp_reporter' }, 'VIOLATION_OWN_CASE'],
    [
      'by the reporter, against somebody else',
      investigating,
      { ...verdict, by: 'emp_reporter', aboutId: 'emp_other' },
      'VIOLATION_OWN_CASE',
    ],
    [
      'by the accused, who names somebody else',
      investigating,
      { ...verdict, by: 'emp_seller', aboutId: 'emp_other' },
      'VIOLATION_OWN_CASE',
    ],
    ['against the judge', investigating, { ...verdict, aboutId: 'emp_judge' }, 'VIOLATION_OWN_CASE'],
    ['by the investigator', investigating, { ...verdict, by: 'emp_officer' }, 'VIOLATION_INVESTIGATED'],
    [
      'by the investigator, as graver',
      investigating,
      { ...verdict, by: 'emp_officer', severity: 'SEVERE' as const },
      'VIOLATION_INVESTIGATED',
    ],
    [
      'by the investigator, against somebody else',
      investigating,
      { ...verdict, by: 'emp_officer', aboutId: 'emp_x' },
      'VIOLATION_INVESTIGATED',
    ],
    [
      'by the investigator whom it is about',
      investigating,
      { ...verdict, by: 'emp_officer', aboutId: 'emp_officer' },
      'VIOLATION_INVESTIGATED',
    ],
    ['before an investigation', reported, verdict, 'ILLEGAL_TRANSITION'],
    ['twice', { ...investigating, state: 'confirmed' as const }, verdict, 'ILLEGAL_TRANSITION'],
    ['after a dismissal', { ...investigating, state: 'dismissed' as const }, verdict, 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_name, violation, given, code) => {
    expect(() => confirmViolation(violation, given)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[7.11] investigated and dismissed by people who are not in it', () => {
  test('dismissed with findings', () => {
    expect(dismissViolation(investigating, verdict)).toMatchObject({ state: 'dismissed', closedBy: 'emp_judge', aboutId: 'emp_seller' });
  });

  test('nor by whoever investigated it', () => {
    const own = { ...verdict, by: 'emp_officer' };
    expect(() => dismissViolation(investigating, own)).toThrow(expect.objectContaining({ code: 'VIOLATION_INVESTIGATED' }));
  });

  test.each([
    ['the accused', 'emp_seller'],
    ['the reporter', 'emp_reporter'],
  ])('%s neither investigates nor dismisses', (_name, by) => {
    expect(() => investigateViolation(reported, by)).toThrow(expect.objectContaining({ code: 'VIOLATION_OWN_CASE' }));
    expect(() => dismissViolation(investigating, { ...verdict, by })).toThrow(expect.objectContaining({ code: 'VIOLATION_OWN_CASE' }));
  });

  test('a dismissal needs findings and an investigation', () => {
    expect(() => dismissViolation(investigating, { ...verdict, findings: ' ' })).toThrow(
      expect.objectContaining({ code: 'VIOLATION_FINDINGS_MISSING' }),
    );
    expect(() => dismissViolation(reported, verdict)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});

describe('[5.4] what hr made of it', () => {
  const confirmed = confirmViolation(investigating, verdict);
  const reflected = { appraisalId: 'apr_1', quarter: '2026-Q4', reasons: [], at };
  const returned = { appraisalId: null, quarter: null, reasons: ['NOT_FOUND'], at };

  test.each([
    ['on a sheet', confirmed, reflected],
    ['sent back', confirmed, returned],
    ['on a sheet after it was sent back', noteAppraisal(confirmed, returned), reflected],
  ])('stands beside it: %s', (_title, violation, appraisal) => {
    expect(noteAppraisal(violation, appraisal)).toEqual({ ...confirmed, appraisal });
  });

  test('once on a sheet it stays there', () => {
    const done = noteAppraisal(confirmed, reflected);
    expect(noteAppraisal(done, returned)).toBe(done);
  });
});

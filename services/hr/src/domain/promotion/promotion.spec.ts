import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { Eligibility } from './eligibility.js';
import { approve, checkProposer, grantException, propose, reject, rolesAfter, withdraw } from './promotion.js';
import type { Promotion } from './promotion.js';

const today = parseLocalDate('2026-10-15');
const fit: Eligibility = {
  ...{ employeeId: 'emp_1', ladderId: 'ldr_1', level: 'SALESPERSON', target: 'SENIOR_SALESPERSON', eligible: true, blocked: false },
  findings: [{ criterion: 'SCORES', met: true, needed: '4 x 80', actual: '-', sheetIds: [], aboutIds: [] }],
};
const weak: Eligibility = { ...fit, eligible: false, findings: fit.findings.map((one) => ({ ...one, met: false })) };
const severe: Eligibility = {
  ...{ ...fit, eligible: false, blocked: true },
  findings: [{ criterion: 'SEVERE_VIOLATIONS', met: false, needed: '0', actual: '2026-Q3', sheetIds: [], aboutIds: ['vio_1'] }],
};
const act = (by: string, reason = '四个季度业绩突出') => ({ by, reason, today });
const ask = (by: string, exceptionReason: string | null = null) => ({ ...act(by), exceptionReason });
const proposed = propose('pmt_1', fit, ask('emp_m'));
const asked = propose('pmt_1', weak, ask('emp_m', '引进的骨干人才'));
const excepted = grantException(asked, act('emp_admin'));

describe('[5.7] a promotion', () => {
  test('is proposed to the next level and approved by another person on the figures of the day', () => {
    expect(proposed).toMatchObject({
      state: 'PROPOSED',
      openKey: 'emp_1',
      fromLevel: 'SALESPERSON',
      toLevel: 'SENIOR_SALESPERSON',
      exceptionAsked: null,
    });
    const approved = approve(proposed, { ...fit, ladderId: 'ldr_2' }, act('emp_hr'));
    expect(approved).toMatchObject({
      state: 'APPROVED',
      openKey: null,
      decision: { by: 'emp_hr', on: today },
      eligibility: { ladderId: 'ldr_2' },
    });
  });

  test('of somebody not eligible goes with an exception of a third person', () => {
    expect(asked.exceptionAsked).toBe('引进的骨干人才');
    expect(approve(excepted, weak, act('emp_hr'))).toMatchObject({ state: 'APPROVED', exception: { by: 'emp_admin' } });
  });

  test('is rejected or withdrawn, and another may follow', () => {
    expect(reject(proposed, act('emp_hr'))).toMatchObject({ state: 'REJECTED', openKey: null });
    expect(withdraw(proposed, act('emp_m'))).toMatchObject({ state: 'WITHDRAWN', openKey: null });
  });

  const approved: Promotion = approve(proposed, fit, act('emp_hr'));
  test.each<[string, () => unknown, string]>([
    ['his own proposal', () => propose('pmt_1', fit, ask('emp_1')), 'OWN_PROMOTION'],
    [
      'a proposal without a reason',
      () => propose('pmt_1', fit, { ...act('emp_m', '好'), exceptionReason: null }),
      'PROMOTION_REASON_MISSING',
    ],
    ['a proposal beyond the highest level', () => propose('pmt_1', { ...fit, target: null }, ask('emp_m')), 'HIGHEST_LEVEL'],
    ['a proposal of who is not eligible', () => propose('pmt_1', weak, ask('emp_m')), 'PROMOTION_NOT_ELIGIBLE'],
    ['an exception asked for without a reason', () => propose('pmt_1', weak, ask('emp_m', ' ')), 'PROMOTION_REASON_MISSING'],
    ['a severe violation, whatever is asked for', () => propose('pmt_1', severe, ask('emp_m', '引进的骨干人才')), 'PROMOTION_BLOCKED'],
    ['an exception by who proposed', () => grantException(asked, act('emp_m')), 'PROMOTION_SAME_PERSON'],
    ['an exception by the person', () => grantException(asked, act('emp_1')), 'OWN_PROMOTION'],
    ['an exception nobody asked for', () => grantException(proposed, act('emp_admin')), 'EXCEPTION_NOT_ASKED'],
    ['an exception twice', () => grantException(excepted, act('emp_hr')), 'EXCEPTION_GRANTED'],
    ['an exception without a reason', () => grantException(asked, act('emp_admin', '')), 'PROMOTION_REASON_MISSING'],
    ['an exception after the decision', () => grantException(approved, act('emp_admin')), 'ILLEGAL_TRANSITION'],
    ['his own decision', () => approve(proposed, fit, act('emp_1')), 'OWN_PROMOTION'],
    ['a decision by who proposed', () => approve(proposed, fit, act('emp_m')), 'PROMOTION_SAME_PERSON'],
    ['a decision by who excepted', () => approve(excepted, weak, act('emp_admin')), 'PROMOTION_SAME_PERSON'],
    ['a decision without a reason', () => approve(proposed, fit, act('emp_hr', '')), 'PROMOTION_REASON_MISSING'],
    ['the approval of who is not eligible any more', () => approve(proposed, weak, act('emp_hr')), 'PROMOTION_NOT_ELIGIBLE'],
    ['the approval of an exception not granted', () => approve(asked, weak, act('emp_hr')), 'PROMOTION_NOT_ELIGIBLE'],
    ['the approval after a severe violation, exception or not', () => approve(excepted, severe, act('emp_hr')), 'PROMOTION_BLOCKED'],
    ['the approval from another level', () => approve(proposed, { ...fit, level: 'TRAINEE' }, act('emp_hr')), 'PROMOTION_LEVEL_CHANGED'],
    ['a second decision', () => approve(approved, fit, act('emp_hr2')), 'ILLEGAL_TRANSITION'],
    ['a rejection after the approval', () => reject(approved, act('emp_hr')), 'ILLEGAL_TRANSITION'],
    ['a rejection of his own', () => reject(proposed, act('emp_1')), 'OWN_PROMOTION'],
    ['the withdrawal by another', () => withdraw(proposed, act('emp_hr')), 'PROMOTION_NOT_HIS_OWN'],
    ['the withdrawal after the approval', () => withdraw(approved, act('emp_m')), 'ILLEGAL_TRANSITION'],
  ])('refuses %s', (_title, attempt, code) => {
    expect(attempt).toThrow(expect.objectContaining({ code }));
  });

  test('a refusal says what is missing', () => {
    expect(() => propose('pmt_1', weak, ask('emp_m'))).toThrow(
      expect.objectContaining({ data: { level: 'SENIOR_SALESPERSON', against: ['SCORES (-; 4 x 80)'] } }),
    );
  });
});

test.each([
  [['salesperson'], 'SUPERVISOR', ['salesperson']],
  [['salesperson', 'trainer'], 'MANAGER', ['trainer', 'sales-manager']],
] as const)('[2.2] the roles of %j as %s', (roles, level, after) => {
  expect(rolesAfter(roles, level)).toEqual(after);
});

test.each<[string, string[], object | null, string | null]>([
  ['the manager', ['sales-manager'], { id: 'emp_m' }, null],
  ['hr while sales has no manager', ['hr-manager'], null, null],
  ['hr beside a manager', ['hr-manager'], { id: 'emp_m' }, 'PROMOTION_BY_MANAGER'],
])('[5.7] %s may propose, or is told who may', (_title, roles, salesManager, code) => {
  const act = () => checkProposer({ kind: 'employee', employeeId: 'emp_1', department: 'hr', roles }, salesManager);
  if (code) expect(act).toThrow(code);
  else expect(act).not.toThrow();
});

test('[5.7] a machine does not propose beside a manager', () => {
  expect(() => checkProposer({ kind: 'service', service: 'hr' }, { id: 'emp_m' })).toThrow('PROMOTION_BY_MANAGER');
});

import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { hire } from './employee.js';
import type { Employee } from './employee.js';
import { cancelLeave, decideLeave, requestLeave } from './leave.js';
import type { Leave, LeaveFacts } from './leave.js';

const day = parseLocalDate;
const at = new Date('2026-03-02T01:00:00Z');
const rules = { longestDays: 30, lateDays: 7, today: day('2026-03-02') };
const ME = 'emp_00000000000000000000000001';
const BOSS = 'emp_00000000000000000000000002';
const OTHER = 'emp_00000000000000000000000003';

function somebody(id: string, change: Partial<Employee> = {}): Employee {
  const placement = { department: 'sales', roles: ['salesperson'], managerId: BOSS, position: null, level: null } as const;
  return { ...hire({ id, employeeNo: 'S-001', name: '王小明', hiredOn: day('2026-01-05'), ...placement }), ...change };
}

const asked = { id: 'lve_1', kind: 'ANNUAL', from: day('2026-03-09'), to: day('2026-03-13'), reason: null, requestedAt: at } as const;
const facts: LeaveFacts = { person: somebody(ME), standIn: somebody(OTHER), standInId: OTHER, overlapping: [] };
const period = { from: day('2026-03-10'), to: day('2026-03-10'), standInId: null };
const leave: Leave = requestLeave(asked, facts, rules);

function codesOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
  return [];
}

describe('[2.2] asking for leave', () => {
  test.each<[string, Partial<typeof asked> | { from: unknown; to: unknown }, Partial<LeaveFacts>, string[]]>([
    ['with a colleague who stands in', {}, {}, []],
    ['without one', {}, { standIn: null, standInId: null }, []],
    ['of one day', { to: asked.from }, {}, []],
    ['of the longest time', { from: day('2026-03-02'), to: day('2026-03-31') }, {}, []],
    ['as late as it may be', { from: day('2026-02-23'), to: day('2026-02-23') }, {}, []],
    ['that ends before it begins', { to: day('2026-03-08') }, {}, ['LEAVE_PERIOD']],
    ['a day too long', { from: day('2026-03-02'), to: day('2026-04-01') }, {}, ['LEAVE_TOO_LONG']],
    ['a day too late', { from: day('2026-02-22'), to: day('2026-02-23') }, {}, ['LEAVE_TOO_LATE']],
    ['before the person was hired', { from: day('2026-01-01'), to: day('2026-01-02') }, {}, ['LEAVE_BEFORE_HIRING']],
    ['with too long a reason', { reason: '长'.repeat(501) } as never, {}, ['TEXT_LENGTH']],
    ['by somebody who left', {}, { person: somebody(ME, { active: false }) }, ['EMPLOYEE_LEFT']],
    ['while on leave', {}, { overlapping: [{ ...period, employeeId: ME }] }, ['LEAVE_OVERLAPS']],
    ['while standing in', {}, { overlapping: [{ ...period, employeeId: 'emp_4', standInId: ME }] }, ['LEAVE_STANDS_IN']],
    ['a colleague who is away', {}, { overlapping: [{ ...period, employeeId: OTHER }] }, ['STAND_IN_AWAY']],
    ['a colleague who left', {}, { standIn: somebody(OTHER, { active: false }) }, ['STAND_IN_UNFIT']],
    ['a colleague who is nobody', {}, { standIn: null }, ['STAND_IN_UNFIT']],
    ['a colleague of another department', {}, { standIn: somebody(OTHER, { department: 'risk' }) }, ['STAND_IN_UNFIT']],
    ['himself', {}, { standIn: somebody(ME), standInId: ME }, ['STAND_IN_UNFIT']],
  ])('%s', (_name, change, changedFacts, codes) => {
    const act = (): Leave => requestLeave({ ...asked, ...(change as object) }, { ...facts, ...changedFacts }, rules);
    expect(codesOf(act)).toEqual(codes);
    if (codes.length === 0) expect(act()).toMatchObject({ state: 'REQUESTED', employeeId: ME, managerId: BOSS, decidedBy: null });
  });
});

describe('[2.2] deciding on leave', () => {
  const boss = { employeeId: BOSS, forHr: false };
  const hr = { employeeId: 'emp_hr', forHr: true };
  const approval = { approve: true, reason: null, by: boss, at };

  test.each([boss, hr])('granted by %j', (by) => {
    expect(decideLeave(leave, { ...approval, by }, facts)).toMatchObject({ state: 'APPROVED', decidedBy: by.employeeId, decidedAt: at });
  });

  test('refused with a reason', () => {
    const refusal = { ...approval, approve: false, reason: '月底人手不足' };
    expect(decideLeave(leave, refusal, facts)).toMatchObject({ state: 'REJECTED', decisionReason: '月底人手不足' });
  });

  test.each<[string, Leave, object, Partial<LeaveFacts>, string]>([
    ['by the person himself', leave, { by: { employeeId: ME, forHr: true } }, {}, 'OWN_LEAVE_DECISION'],
    ['by a colleague', leave, { by: { employeeId: OTHER, forHr: false } }, {}, 'NOT_FOUND'],
    ['refused without a reason', leave, { approve: false }, {}, 'REASON_MISSING'],
    ['refused with a letter', leave, { approve: false, reason: '长'.repeat(501) }, {}, 'TEXT_LENGTH'],
    ['twice', { ...leave, state: 'APPROVED' }, {}, {}, 'ILLEGAL_TRANSITION'],
    ['after it was called off', { ...leave, state: 'CANCELLED' }, {}, {}, 'ILLEGAL_TRANSITION'],
    ['when who stands in left meanwhile', leave, {}, { standIn: somebody(OTHER, { active: false }) }, 'STAND_IN_UNFIT'],
    ['when who stands in is away himself', leave, {}, { overlapping: [{ ...period, employeeId: OTHER }] }, 'STAND_IN_AWAY'],
  ])('not %s', (_name, given, change, changedFacts, code) => {
    expect(codesOf(() => decideLeave(given, { ...approval, ...change }, { ...facts, ...changedFacts }))).toEqual([code]);
  });

  test.each<[string, Leave, typeof hr, string, string[]]>([
    ['the person, before it begins', leave, { employeeId: ME, forHr: false }, '2026-03-02', []],
    ['the manager, on its last day', { ...leave, state: 'APPROVED' }, boss, '2026-03-13', []],
    ['hr', { ...leave, state: 'APPROVED' }, hr, '2026-03-02', []],
    ['a colleague', leave, { employeeId: OTHER, forHr: false }, '2026-03-02', ['NOT_FOUND']],
    ['after it is over', { ...leave, state: 'APPROVED' }, hr, '2026-03-14', ['LEAVE_OVER']],
    ['after it was refused', { ...leave, state: 'REJECTED' }, hr, '2026-03-02', ['ILLEGAL_TRANSITION']],
  ])('called off by %s', (_name, given, by, today, codes) => {
    const act = (): Leave => cancelLeave(given, by, { today: day(today), at });
    expect(codesOf(act)).toEqual(codes);
    if (codes.length === 0) expect(act().state).toBe('CANCELLED');
  });
});

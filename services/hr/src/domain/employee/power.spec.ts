import { describe, expect, test } from '@jest/globals';
import { afterPlacing, asNamesake, afterReset, confirmPower, givesPower, isUnconfirmed } from './power.js';
import type { Employee, Hand } from './employee.js';

const person = (roles: string[], active = true) => ({ roles, active });
test.each<[string, Parameters<typeof givesPower>[0], Parameters<typeof givesPower>[1], boolean]>([
  ['hiring a salesperson', null, person(['salesperson']), false],
  ['hiring a finance officer', null, person(['finance-officer']), false],
  ...[
    'administrator',
    'hr-manager',
    'finance-manager',
    'compliance-officer',
    'committee-chair',
    'committee-member',
    'committee-secretary',
  ].map((role): [string, null, ReturnType<typeof person>, boolean] => [`hiring: ${role}`, null, person([role]), true]),
  ['giving the role to somebody', person(['trainer']), person(['trainer', 'hr-manager']), true],
  ['giving a second one', person(['hr-manager']), person(['hr-manager', 'finance-manager']), true],
  ['coming back with it', person(['hr-manager'], false), person(['hr-manager']), true],
  ['keeping it', person(['hr-manager']), person(['hr-manager', 'trainer']), false],
  ['taking it away', person(['hr-manager']), person(['trainer']), false],
  ['leaving with it', person(['hr-manager']), person(['hr-manager'], false), false],
  ['being changed after leaving', person(['trainer'], false), person(['hr-manager'], false), false],
])('[1.3] power is given by %s', (_title, before, after, given) => {
  expect(givesPower(before, after)).toBe(given);
});

const employee = (roles: string[], unconfirmedBy?: readonly string[]): Employee => ({
  ...{
    id: 'emp_1',
    version: 1,
    employeeNo: 'S-001',
    name: '王小明',
    department: null,
    roles,
    managerId: null,
    position: null,
    level: null,
  },
  ...{ hiredOn: '2026-01-05' as Employee['hiredOn'], active: true, deactivatedAt: null, leftBecause: null, leadsSales: false },
  ...(unconfirmedBy ? { unconfirmedBy } : {}),
});
const hr = (employeeId: string): Hand => ({ employeeId, administrates: false });
const administrator: Hand = { employeeId: 'emp_admin', administrates: true };
const machinery: Hand = { employeeId: null, administrates: true };

describe('[1.3] one person of hr alone makes nobody powerful', () => {
  const boss = employee(['hr-manager']);
  const clerk = employee(['trainer']);
  test.each<[string, Employee | null, Employee, Hand, readonly string[]]>([
    ['hires one', null, boss, hr('emp_a'), ['emp_a']],
    ['gives a colleague the role', clerk, boss, hr('emp_a'), ['emp_a']],
    [
      'gives one who waits another role',
      employee(['hr-manager'], ['emp_a']),
      employee(['finance-manager'], ['emp_a']),
      hr('emp_b'),
      ['emp_a', 'emp_b'],
    ],
    ['gives it twice', clerk, employee(['hr-manager'], ['emp_a']), hr('emp_a'), ['emp_a']],
    [
      'moves one who waits without giving more',
      employee(['hr-manager'], ['emp_a']),
      employee(['hr-manager'], ['emp_a']),
      hr('emp_b'),
      ['emp_a'],
    ],
    ['takes the power away again', employee(['hr-manager'], ['emp_a']), employee(['trainer'], ['emp_a']), hr('emp_a'), ['emp_a']],
    ['hires somebody without power', null, clerk, hr('emp_a'), []],
    ['hires a namesake of somebody dismissed', null, asNamesake(clerk, hr('emp_a')), hr('emp_a'), ['emp_a']],
    ['hires such a namesake as an administrator', null, asNamesake(clerk, administrator), administrator, []],
    ['moves one who has it', boss, boss, hr('emp_a'), []],
    [
      'ends one who waits',
      employee(['hr-manager'], ['emp_a']),
      { ...employee(['hr-manager'], ['emp_a']), active: false },
      hr('emp_a'),
      ['emp_a'],
    ],
    ['is an administrator', null, boss, administrator, []],
    ['is the system', null, employee(['administrator']), machinery, []],
  ])('who %s', (_title, before, after, hand, waits) => {
    expect(afterPlacing(before, after, hand).unconfirmedBy ?? []).toEqual(waits);
  });

  test.each<[string, Employee, Hand, readonly string[]]>([
    ['of who has power, by hr', boss, hr('emp_a'), ['emp_a']],
    ['of who has power, by a second one of hr too', employee(['hr-manager'], ['emp_a']), hr('emp_b'), ['emp_a', 'emp_b']],
    ['of who has power, by an administrator', boss, administrator, []],
    ['of who has none', clerk, hr('emp_a'), []],
    ['of who left', { ...boss, active: false }, hr('emp_a'), []],
  ])('a new password %s', (_title, person, hand, waits) => {
    expect(afterReset(person, hand).unconfirmedBy ?? []).toEqual(waits);
  });

  test.each<[string, readonly string[] | undefined, Hand, string | null]>([
    ['a second person of hr', ['emp_a'], hr('emp_b'), null],
    ['an administrator', ['emp_a', 'emp_b'], administrator, null],
    ['who gave it', ['emp_a'], hr('emp_a'), 'POWER_SAME_PERSON'],
    ['one of two who gave it', ['emp_a', 'emp_b'], hr('emp_b'), 'POWER_SAME_PERSON'],
    ['who gets it', ['emp_a'], hr('emp_1'), 'POWER_SAME_PERSON'],
    ['anybody where nothing waits', [], hr('emp_b'), 'POWER_CONFIRMED'],
    ['anybody where nothing ever waited', undefined, administrator, 'POWER_CONFIRMED'],
  ])('is confirmed by %s', (_title, waits, hand, code) => {
    const act = () => confirmPower(employee(['hr-manager'], waits), hand);
    if (code) expect(act).toThrow(expect.objectContaining({ code }));
    else expect(isUnconfirmed(act())).toBe(false);
  });
});

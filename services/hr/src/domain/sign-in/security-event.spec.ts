import { expect, test } from '@jest/globals';
import { givesPower, isAlarming, SECURITY_EVENT_KINDS } from './security-event.js';

test('[1.3] a locked account, a stolen token, a reset password and a powerful role are alarming, nothing else is', () => {
  expect(SECURITY_EVENT_KINDS.filter(isAlarming)).toEqual(['ACCOUNT_LOCKED', 'REFRESH_TOKEN_REUSED', 'PASSWORD_RESET', 'POWER_GIVEN']);
});

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

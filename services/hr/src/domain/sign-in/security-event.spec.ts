import { expect, test } from '@jest/globals';
import { isAlarming, SECURITY_EVENT_KINDS } from './security-event.js';

test('[1.3] a locked account, a stolen token, a reset password and a powerful role are alarming, nothing else is', () => {
  expect(SECURITY_EVENT_KINDS.filter(isAlarming)).toEqual(['ACCOUNT_LOCKED', 'REFRESH_TOKEN_REUSED', 'PASSWORD_RESET', 'POWER_GIVEN']);
});

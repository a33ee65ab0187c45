import { expect, test } from '@jest/globals';
import { REFERRAL_STATES, referralMachine } from './referral.machine.js';
import type { ReferralEvent } from './referral.machine.js';

test('[3.3] every state x event of a credit for a referral', () => {
  const events: ReferralEvent[] = ['earn', 'redeem', 'take-back', 'settle'];
  const table = REFERRAL_STATES.map((state) =>
    events.map((event) => (referralMachine.can(state, event) ? referralMachine.next(state, event) : '-')).join(' '),
  );
  expect(table).toEqual(['- redeemed taken-back -', '- - owed-back -', 'earned - - -', 'redeemed - - taken-back']);
});

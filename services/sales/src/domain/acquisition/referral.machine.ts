import { defineMachine } from '@weilend/kernel';

// Credit for a referral (推荐奖励) is earned when the referred customer's first loan is paid out, and redeemed by the manager. When the payment
// is taken back the credit goes with it; what was redeemed before is then owed back until it is settled.

export const REFERRAL_STATES = ['earned', 'redeemed', 'taken-back', 'owed-back'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export type ReferralEvent = 'earn' | 'redeem' | 'take-back' | 'settle';

export const referralMachine = defineMachine<ReferralState, ReferralEvent>({
  name: 'referral-credit',
  initial: 'earned',
  states: {
    earned: { redeem: 'redeemed', 'take-back': 'taken-back' },
    redeemed: { 'take-back': 'owed-back' },
    'taken-back': { earn: 'earned' },
    'owed-back': { earn: 'redeemed', settle: 'taken-back' },
  },
});

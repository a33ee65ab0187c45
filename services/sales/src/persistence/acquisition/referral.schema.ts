import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { REFERRAL_STATES } from '../../domain/acquisition/referral.machine.js';

export const referralCollection = defineCollection({
  name: 'referral_credits',
  fields: {
    state: oneOf(REFERRAL_STATES),
    referrerId: fields.id,
    customerId: fields.id,
    leadId: fields.id,
    kind: fields.text,
    amount: fields.count,
    earnedOn: fields.date,
    steps: {
      type: [
        record({ event: fields.text, loanId: fields.optionalText, by: fields.optionalText, note: fields.optionalText, at: fields.instant }),
      ],
      required: true,
    },
  },
  indexes: [
    { name: 'customer', keys: { customerId: 1 }, why: 'one credit for each customer who was sent [3.3]', options: { unique: true } },
    { name: 'referrer', keys: { referrerId: 1, state: 1, _id: -1 }, why: 'what a customer earned, newest first' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'credits to be redeemed or settled, newest first' },
  ],
});

/** Customers who earn nothing for referrals, under their own id. */
export const referralBarCollection = defineCollection({
  name: 'referral_bars',
  fields: { reason: fields.text, by: fields.id, at: fields.instant },
});

import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { BONUS_KINDS } from '../domain/bonus/bonus-payment.js';
import { BONUS_STATES, LIVE_BONUS_STATES } from '../domain/bonus/bonus.machine.js';
import { bankPaymentRecord } from './shared-records.js';

export const bonusPaymentCollection = defineCollection({
  name: 'bonus_payments',
  fields: {
    state: oneOf(BONUS_STATES),
    handoffId: fields.id,
    employeeId: fields.id,
    quarter: fields.text,
    kind: oneOf(BONUS_KINDS),
    amountFen: fields.fen,
    makerId: fields.optionalText,
    checkerId: fields.optionalText,
    payee: { type: record({ holder: fields.text, account: fields.text }), default: null },
    payment: { type: bankPaymentRecord, required: true },
    askAt: fields.optionalInstant,
    endReason: fields.optionalText,
    openedAt: fields.instant,
  },
  indexes: [
    {
      name: 'once',
      keys: { employeeId: 1, quarter: 1, kind: 1 },
      why: 'a bonus of a person, quarter and kind is paid once, whatever races [5.6]',
      options: { unique: true, partialFilterExpression: { state: { $in: [...LIVE_BONUS_STATES] } } },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the list of open work' },
    {
      name: 'due',
      keys: { askAt: 1 },
      why: 'payments that the bank is to be called for',
      options: { partialFilterExpression: { state: { $in: ['RELEASED', 'SENT'] } } },
    },
  ],
});

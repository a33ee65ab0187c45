import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';

const ruling = record({ ruling: oneOf(['RETRY', 'ASK_DISCARD', 'DISCARD']), by: fields.text, reason: fields.text, at: fields.instant });

/** Messages that do not get on anywhere in the company. */
export const stuckDeliveryCollection = defineCollection({
  name: 'stuck_deliveries',
  fields: {
    messageId: fields.text,
    department: oneOf(DEPARTMENTS),
    producer: oneOf(DEPARTMENTS),
    type: fields.text,
    about: fields.text,
    state: oneOf(['WAITING', 'PARKED', 'DEAD', 'DISCARD_ASKED', 'RETRYING', 'DISCARDING', 'APPLIED', 'DISCARDED', 'OLD']),
    failures: fields.count,
    problem: fields.text,
    since: fields.instant,
    rulings: { type: [ruling], required: true },
  },
  indexes: [
    {
      name: 'message',
      keys: { messageId: 1, department: 1 },
      why: 'one row per message and destination, whatever arrives twice',
      options: { unique: true },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what does not get on now' },
  ],
});

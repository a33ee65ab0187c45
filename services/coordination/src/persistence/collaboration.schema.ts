import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields, oneOf } from '@weilend/mongo';

export const collaborationCollection = defineCollection({
  name: 'collaborations',
  fields: {
    handoffId: fields.text,
    from: oneOf(DEPARTMENTS),
    to: oneOf(DEPARTMENTS),
    subject: fields.optionalText,
    need: fields.text,
    requestedBy: fields.text,
    requestedAt: fields.instant,
    state: oneOf(['OPEN', 'ANSWERED', 'DECLINED']),
    answer: fields.optionalText,
    answeredBy: fields.optionalText,
    answeredAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'receiver', keys: { to: 1, state: 1, _id: -1 }, why: 'what a department is asked for' },
    { name: 'sender', keys: { from: 1, state: 1, _id: -1 }, why: 'what a department has asked for' },
  ],
});

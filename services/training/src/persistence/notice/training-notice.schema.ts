import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { NOTICE_NEWS } from '../../domain/notice/training-notice.js';

export const trainingNoticeCollection = defineCollection({
  name: 'training_notices',
  fields: {
    employeeId: fields.id,
    sessionId: fields.id,
    news: oneOf(NOTICE_NEWS),
    heldOn: fields.date,
    toldAt: fields.instant,
    readAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'unread', keys: { employeeId: 1, readAt: 1, _id: -1 }, why: 'what a person has not read yet, newest first' },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'everything that a person was told, newest first' },
  ],
});

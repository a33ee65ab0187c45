import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { SESSION_STATES } from '../../domain/session/session.js';

export const sessionCollection = defineCollection({
  name: 'committee_sessions',
  fields: {
    state: oneOf(SESSION_STATES),
    heldAt: fields.instant,
    openedBy: fields.id,
    agenda: fields.texts,
    closedAt: fields.optionalInstant,
    minutesHtml: fields.optionalText,
  },
  indexes: [
    { name: 'agenda', keys: { agenda: 1, state: 1 }, why: 'a case is on one open agenda' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the sittings still open' },
  ],
});

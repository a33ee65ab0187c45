import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { REVIEW_VERDICTS, WATCH_CAUSES, WATCH_LEVELS } from '../../domain/watch/watch.js';
import { WATCH_STATES } from '../../domain/watch/watch.machine.js';

const spoken = { by: fields.text, at: fields.instant };
const word = record({ reason: fields.text, ...spoken });
const open = (field: string, type: string) => ({ partialFilterExpression: { [field]: { $type: type } } });

export const watchCollection = defineCollection({
  name: 'risk_watches',
  fields: {
    subjectId: fields.id,
    customerId: fields.optionalText,
    loanIds: fields.texts,
    level: oneOf(WATCH_LEVELS),
    state: oneOf(WATCH_STATES),
    openKey: fields.optionalText,
    causes: {
      type: [record({ kind: oneOf(WATCH_CAUSES), sourceId: fields.text, reason: fields.text, at: fields.instant })],
      required: true,
    },
    enteredAt: fields.instant,
    trackerId: fields.optionalText,
    plans: { type: [record({ goal: fields.text, actions: fields.texts, reviewEveryDays: fields.count, ...spoken })], required: true },
    nextReviewOn: fields.optionalDate,
    reviews: {
      type: [record({ on: fields.date, verdict: oneOf(REVIEW_VERDICTS), text: fields.text, ...spoken })],
      required: true,
    },
    endProposal: { type: word, default: null },
    ended: { type: word, default: null },
    isException: fields.flag,
    planDueAt: fields.optionalInstant,
    noticeAt: fields.optionalInstant,
    toldReviewOn: fields.optionalDate,
    escalationNo: fields.count,
  },
  indexes: [
    {
      name: 'openKey',
      keys: { openKey: 1 },
      why: 'one watch of a subject at a time, whatever races',
      options: { unique: true, ...open('openKey', 'string') },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the watch-list, newest first' },
    { name: 'stateLevel', keys: { state: 1, level: 1, _id: -1 }, why: 'the watch-list of a level, newest first' },
    { name: 'exception', keys: { isException: 1, _id: -1 }, why: 'HIGH without dedicated person or plan [7.5, 7.6]' },
    { name: 'tracker', keys: { trackerId: 1, _id: -1 }, why: 'whom a person tracks' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'whether a customer who applies is under watch' },
    { name: 'review', keys: { nextReviewOn: 1, _id: -1 }, why: 'reviews that are due', options: open('nextReviewOn', 'string') },
    { name: 'notice', keys: { noticeAt: 1 }, why: 'whom to tell next', options: open('noticeAt', 'date') },
  ],
});

import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { LEVELS } from '../../domain/career/ladder.js';

const word = record({ by: fields.text, reason: fields.text, on: fields.date });

export const promotionCollection = defineCollection({
  name: 'promotions',
  fields: {
    employeeId: fields.text,
    openKey: fields.optionalText,
    fromLevel: oneOf(LEVELS),
    toLevel: oneOf(LEVELS),
    state: oneOf(['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN']),
    proposedBy: fields.text,
    proposedOn: fields.date,
    reason: fields.text,
    exceptionAsked: fields.optionalText,
    exception: { type: word, default: null },
    eligibility: fields.json,
    decision: { type: word, default: null },
  },
  indexes: [
    {
      name: 'openKey',
      keys: { openKey: 1 },
      why: 'one open promotion a person, whatever races [5.7]',
      options: { unique: true, partialFilterExpression: { openKey: { $type: 'string' } } },
    },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'the promotions of a person, newest first' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what waits for a decision, newest first' },
  ],
});

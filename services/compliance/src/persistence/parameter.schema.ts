import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { UNITS } from '../domain/parameter/check-value.js';
import { PARAMETER_STATES } from '../domain/parameter/parameter.js';

/** The company's own register; `parameters` is the projection that every service keeps, compliance included. */
export const parameterCollection = defineCollection({
  name: 'parameter_register',
  fields: {
    key: fields.text,
    unit: oneOf(UNITS),
    value: fields.text,
    effectiveFrom: fields.date,
    basis: fields.text,
    state: oneOf(PARAMETER_STATES),
    proposedBy: fields.optionalText,
    approvedBy: fields.optionalText,
    publishedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'published',
      keys: { key: 1, effectiveFrom: -1 },
      why: 'one published value of a key for a date, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'published' } },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'proposals that wait for approval' },
  ],
});

import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { TEMPLATE_STATES } from '../../domain/contract/template.machine.js';

export const templateCollection = defineCollection({
  name: 'contract_templates',
  fields: {
    edition: fields.text,
    state: oneOf(TEMPLATE_STATES),
    sections: {
      type: [record({ key: fields.text, title: fields.text, text: fields.text, isOptional: fields.flag })],
      required: true,
    },
    textHash: fields.text,
    effectiveFrom: fields.date,
    note: { type: String, default: '' },
    proposedBy: fields.optionalText,
    proposedAt: fields.instant,
    decidedBy: fields.optionalText,
    decidedAt: fields.optionalInstant,
    refusedBecause: fields.optionalText,
  },
  indexes: [
    {
      name: 'edition',
      keys: { edition: 1 },
      why: 'a contract names its edition; one that was refused frees its name',
      options: { unique: true, partialFilterExpression: { state: { $in: ['proposed', 'approved'] } } },
    },
    {
      name: 'inForce',
      keys: { effectiveFrom: -1, decidedAt: -1 },
      why: 'the edition that is in force on a day',
      options: { partialFilterExpression: { state: 'approved' } },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the proposals that wait for a decision, newest first' },
  ],
});

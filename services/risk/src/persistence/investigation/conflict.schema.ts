import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { CONFLICT_RELATIONS } from '../../domain/investigation/conflict.js';

/** Declared conflicts of interest (利益冲突申报); the reason is encrypted. */
export const conflictCollection = defineCollection({
  name: 'investigator_conflicts',
  fields: {
    employeeId: fields.id,
    customerId: fields.id,
    relation: oneOf(CONFLICT_RELATIONS),
    reason: fields.text,
    declaredBy: fields.id,
    declaredAt: fields.instant,
    endedAt: fields.optionalInstant,
    endedBy: fields.optionalText,
    endedReason: fields.optionalText,
  },
  indexes: [
    {
      name: 'in-force',
      keys: { employeeId: 1, customerId: 1 },
      why: 'one declaration in force of a person about a customer, whatever races',
      options: { unique: true, partialFilterExpression: { endedAt: null } },
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'who may not investigate a customer' },
    { name: 'employee', keys: { employeeId: 1, _id: -1 }, why: "a person's own declarations, newest first" },
  ],
});

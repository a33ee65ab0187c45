import { defineCollection, fields, record } from '@weilend/mongo';
import { list } from './shared-records.js';

const member = { customerId: fields.id, reason: fields.text, addedBy: fields.text, addedOn: fields.date };

/** Groups of related parties with what they owe together; a customer's exposure names the one that he is in. */
export const borrowerGroupCollection = defineCollection({
  name: 'borrower_groups',
  fields: {
    name: fields.text,
    members: list(record(member)),
    formerMembers: list(record({ ...member, leftReason: fields.text, removedBy: fields.text, leftOn: fields.date })),
    outstandingFen: fields.fen,
    reservedFen: fields.fen,
  },
});

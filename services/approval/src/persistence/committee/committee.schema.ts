import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { OFFICES } from '../../domain/member/member.js';
import { CONFLICT_KINDS } from '../../domain/member/conflict.js';
import { AUTHORITIES, CONDITION_CHANGES, POLICY_STATES } from '../../domain/policy/policy.js';
import { authorityBand, customerType } from '../stored-shapes.js';

/** One document: saved by every appointment and every publication, so that two at once cannot both pass the same check. */
export const registerCollection = defineCollection({
  name: 'committee_registers',
  fields: { policies: fields.count, appointments: fields.count },
});

const customerRule = record({
  customerType,
  maxAmountFen: fields.optionalFen,
  leastAuthority: { type: String, default: null, enum: [...AUTHORITIES, null] },
});

export const policyCollection = defineCollection({
  name: 'committee_policies',
  fields: {
    policyVersion: fields.count,
    effectiveFrom: fields.date,
    bands: { type: [authorityBand], required: true },
    productLimits: { type: [record({ productId: fields.id, maxAmountFen: fields.fen })], required: true },
    customerRules: { type: [customerRule], required: true },
    maxConsecutiveTerms: { type: Number, default: null },
    conditionChange: oneOf(CONDITION_CHANGES),
    state: oneOf(POLICY_STATES),
    contentHash: fields.text,
    publishedBy: fields.id,
    publishedAt: fields.instant,
    approvedBy: fields.optionalText,
    approvedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'policyVersion', keys: { policyVersion: 1 }, why: 'versions are numbered once', options: { unique: true } },
    { name: 'effectiveFrom', keys: { effectiveFrom: -1, policyVersion: -1 }, why: 'the version in force on a date' },
  ],
});

export const memberCollection = defineCollection({
  name: 'committee_members',
  fields: {
    employeeId: fields.id,
    office: oneOf(OFFICES),
    fromOn: fields.date,
    toOn: fields.optionalDate,
    substituteFor: fields.optionalText,
    appointedBy: fields.id,
  },
  indexes: [{ name: 'term', keys: { fromOn: 1, toOn: 1 }, why: 'who serves on a day' }],
});

/** Days on which members cannot sit. */
export const absenceCollection = defineCollection({
  name: 'committee_absences',
  fields: { employeeId: fields.id, fromOn: fields.date, toOn: fields.date, reason: fields.text, recordedBy: fields.id },
  indexes: [
    { name: 'until', keys: { toOn: 1, _id: 1 }, why: 'who is away today or later' },
    { name: 'member', keys: { employeeId: 1, _id: -1 }, why: "a member's own absences" },
  ],
});

/** Ties of members to customers: each recuses the member from every case of the customer. */
export const conflictCollection = defineCollection({
  name: 'committee_conflicts',
  fields: {
    employeeId: fields.id,
    customerId: fields.id,
    kind: oneOf(CONFLICT_KINDS),
    recordedBy: fields.id,
    fromOn: fields.date,
    endedOn: fields.optionalDate,
    endedReason: fields.optionalText,
  },
  indexes: [
    { name: 'customer', keys: { customerId: 1, endedOn: 1 }, why: 'who is tied to the customer of a case' },
    { name: 'member', keys: { employeeId: 1, _id: -1 }, why: "a member's own ties" },
    {
      name: 'oneLasting',
      keys: { employeeId: 1, customerId: 1 },
      why: 'a tie that lasts is on record once, whatever races',
      options: { unique: true, partialFilterExpression: { endedOn: null } },
    },
  ],
});

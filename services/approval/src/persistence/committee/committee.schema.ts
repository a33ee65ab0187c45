import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { OFFICES } from '../../domain/member/member.js';
import { authorityBand } from '../stored-shapes.js';

/** One document: saved by every appointment and every publication, so that two at once cannot both pass the same check. */
export const registerCollection = defineCollection({
  name: 'committee_registers',
  fields: { policies: fields.count, appointments: fields.count },
});

export const policyCollection = defineCollection({
  name: 'committee_policies',
  fields: {
    policyVersion: fields.count,
    effectiveFrom: fields.date,
    bands: { type: [authorityBand], required: true },
    productLimits: { type: [record({ productId: fields.id, maxAmountFen: fields.fen })], required: true },
    publishedBy: fields.id,
    publishedAt: fields.instant,
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
    appointedBy: fields.id,
  },
  indexes: [{ name: 'term', keys: { fromOn: 1, toOn: 1 }, why: 'who serves on a day' }],
});

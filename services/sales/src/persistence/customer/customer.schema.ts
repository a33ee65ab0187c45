import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CONSENT_KINDS } from '../../domain/customer/consent.js';
import { CORRECTABLE } from '../../domain/customer/correction.js';
import { GRADES } from '../../domain/customer/scorecard/grade.js';
import { customerType, needs, optionalCount } from '../stored-shapes.js';

const consent = record({
  id: fields.id,
  kind: oneOf(CONSENT_KINDS),
  purpose: fields.text,
  textVersion: fields.text,
  fileId: fields.id,
  evidenceHash: fields.text,
  givenOn: fields.date,
  validUntil: fields.date,
});

const profile = record({
  basic: {
    type: record({
      occupation: fields.optionalText,
      education: fields.optionalText,
      residence: fields.optionalText,
      yearsAtResidence: optionalCount,
      businessMonths: optionalCount,
      industry: fields.optionalText,
    }),
    required: true,
  },
  financial: {
    type: record({
      monthlyIncomeFen: fields.optionalFen,
      monthlyExpenseFen: fields.optionalFen,
      assetsFen: fields.optionalFen,
      liabilitiesFen: fields.optionalFen,
      annualRevenueFen: fields.optionalFen,
      statedLatePayments: optionalCount,
    }),
    required: true,
  },
  needs: { type: needs, required: true },
});

/** Old and new values are encrypted, whatever the field. */
const correctedField = record({ field: oneOf(CORRECTABLE), oldValue: fields.optionalText, newValue: fields.optionalText });

const correction = record({
  id: fields.id,
  reason: fields.text,
  by: fields.id,
  at: fields.instant,
  fields: { type: [correctedField], required: true },
});

const grade = record({
  grade: oneOf(GRADES),
  score: fields.count,
  scorecardVersion: fields.count,
  reasons: {
    type: [
      record({ criterion: fields.text, version: fields.count, weightPercent: fields.count, points: fields.count, reason: fields.text }),
    ],
    required: true,
  },
  gradedOn: fields.date,
  by: fields.id,
});

export const customerCollection = defineCollection({
  name: 'customers',
  fields: {
    type: customerType,
    name: fields.text,
    residentId: fields.text,
    creditCode: fields.optionalText,
    representativeName: fields.optionalText,
    phone: fields.text,
    address: fields.text,
    identityIndex: fields.text,
    phoneIndex: fields.text,
    nameIndex: fields.text,
    identityTail: fields.text,
    phoneTail: fields.text,
    ownerId: fields.id,
    leadId: fields.optionalText,
    registeredOn: fields.date,
    filedAt: fields.optionalInstant,
    profile: { type: profile, required: true },
    consents: { type: [consent], required: true },
    corrections: { type: [correction], required: true },
    grades: { type: [grade], required: true },
    grade: { type: String, enum: [...GRADES, null], default: null },
    nextVisitOn: fields.date,
    owners: { type: [record({ ownerId: fields.id, since: fields.date, reason: fields.text })], required: true },
  },
  indexes: [
    {
      name: 'identity',
      keys: { identityIndex: 1 },
      why: 'one file for each identity, whatever races; found by the exact number',
      options: { unique: true },
    },
    { name: 'phone', keys: { phoneIndex: 1 }, why: 'found by the exact mobile number' },
    { name: 'name', keys: { nameIndex: 1 }, why: 'found by the exact name' },
    { name: 'identityTail', keys: { identityTail: 1 }, why: 'found by the last four of the identity number' },
    { name: 'phoneTail', keys: { phoneTail: 1 }, why: 'found by the last four of the mobile number' },
    { name: 'owner', keys: { ownerId: 1, _id: -1 }, why: "a salesperson's own customers, newest first" },
    { name: 'visit', keys: { nextVisitOn: 1, ownerId: 1 }, why: 'visits that are due' },
  ],
});

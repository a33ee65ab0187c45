import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CONSENT_KINDS } from '../../domain/customer/consent.js';
import { GRADE_CAUSES } from '../../domain/customer/customer-file.js';
import { CORRECTABLE } from '../../domain/customer/correction.js';
import { OVERRIDABLE } from '../../domain/customer/identity-override.js';
import { GRADES } from '../../domain/customer/scorecard/grade.js';
import { dueIndexes } from '../due-indexes.js';
import { customerType, optionalCount } from '../stored-shapes.js';
import { storedProfile } from './customer-profile.js';

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

const card = record({
  id: fields.id,
  number: fields.text,
  bank: fields.text,
  preferred: fields.flag,
  addedOn: fields.date,
  addedBy: fields.id,
  replacesId: fields.optionalText,
  ended: { type: record({ on: fields.date, by: fields.id, reason: fields.text }), default: null },
});

/** The number and the birth date are encrypted. */
const override = record({
  id: fields.id,
  field: oneOf(OVERRIDABLE),
  value: fields.text,
  problem: fields.text,
  birthDate: fields.optionalText,
  reason: fields.text,
  fileId: fields.id,
  evidenceHash: fields.text,
  by: fields.id,
  at: fields.instant,
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
  cause: { type: String, enum: [...GRADE_CAUSES, null], default: null },
});

const merged = record({ intoId: fields.id, by: fields.id, at: fields.instant, reason: fields.text });
const mergedFile = record({
  customerId: fields.id,
  by: fields.id,
  at: fields.instant,
  reason: fields.text,
  entryErrorFileId: fields.optionalText,
});
const lateLoan = record({ loanId: fields.id, worstDaysPastDue: fields.count, daysPastDue: fields.count });

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
    profile: { type: storedProfile, required: true },
    consents: { type: [consent], required: true },
    cards: { type: [card], required: true },
    overrides: { type: [override], required: true },
    corrections: { type: [correction], required: true },
    grades: { type: [grade], required: true },
    grade: { type: String, enum: [...GRADES, null], default: null },
    gradeScorecardNo: optionalCount,
    regradeDueOn: fields.optionalDate,
    lateLoans: { type: [lateLoan], required: true },
    nextVisitOn: fields.date,
    visitDueOn: fields.optionalDate,
    merged: { type: merged, default: null },
    mergedInto: fields.optionalText,
    merges: { type: [mergedFile], required: true },
    searchKeys: fields.texts,
    owners: { type: [record({ ownerId: fields.id, since: fields.date, reason: fields.text })], required: true },
  },
  indexes: [
    {
      name: 'identity',
      keys: { identityIndex: 1 },
      why: 'one file for each identity, whatever races; found by the exact number',
      options: { unique: true },
    },
    { name: 'phoneNewest', keys: { phoneIndex: 1, _id: -1 }, why: 'found by the exact mobile number, newest first' },
    { name: 'nameNewest', keys: { nameIndex: 1, _id: -1 }, why: 'found by the exact name, newest first' },
    { name: 'identityTailNewest', keys: { identityTail: 1, _id: -1 }, why: 'found by the last four of the identity number, newest first' },
    { name: 'phoneTailNewest', keys: { phoneTail: 1, _id: -1 }, why: 'found by the last four of the mobile number, newest first' },
    { name: 'owner', keys: { ownerId: 1, _id: -1 }, why: "a salesperson's own customers, newest first" },
    { name: 'ownerType', keys: { ownerId: 1, type: 1, _id: -1 }, why: 'his customers of a kind, newest first' },
    { name: 'ownerGrade', keys: { ownerId: 1, grade: 1, _id: -1 }, why: 'his customers of a grade, newest first' },
    { name: 'type', keys: { type: 1, _id: -1 }, why: "the manager's customers of a kind, newest first" },
    { name: 'grade', keys: { grade: 1, _id: -1 }, why: "the manager's customers of a grade, newest first" },
    ...dueIndexes({ field: 'visitDueOn', type: 'string', owner: 'ownerId', what: 'visits to customers that are due [3.11]' }),
    { name: 'search', keys: { searchKeys: 1, _id: -1 }, why: 'found by parts of the name, numbers and their last four, newest first' },
    { name: 'ownerSearch', keys: { ownerId: 1, searchKeys: 1, _id: -1 }, why: 'the same among his own customers' },
    {
      name: 'mergedInto',
      keys: { mergedInto: 1 },
      why: 'files that were merged into another one: they follow it',
      options: { partialFilterExpression: { mergedInto: { $type: 'string' } } },
    },
    {
      name: 'regrade',
      keys: { regradeDueOn: 1, _id: 1 },
      why: 'files whose grade is too old',
      options: { partialFilterExpression: { regradeDueOn: { $type: 'string' } } },
    },
    {
      name: 'scorecard',
      keys: { gradeScorecardNo: 1, _id: 1 },
      why: 'files that an earlier scorecard graded',
      options: { partialFilterExpression: { gradeScorecardNo: { $type: 'number' } } },
    },
  ],
});

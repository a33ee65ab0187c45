import { ROLES } from '@weilend/contracts';
import { defineCollection, fields } from '@weilend/mongo';

export const ruleCollection = defineCollection({
  name: 'company_rules',
  fields: {
    code: fields.text,
    ruleVersion: fields.count,
    title: fields.text,
    text: fields.text,
    textHash: fields.text,
    audience: { type: [{ type: String, enum: ROLES }], required: true },
    effectiveFrom: fields.date,
    publishedBy: fields.id,
  },
  indexes: [{ name: 'code', keys: { code: 1, ruleVersion: -1 }, why: 'versions of a rule are numbered once', options: { unique: true } }],
});

export const acknowledgementCollection = defineCollection({
  name: 'rule_acknowledgements',
  fields: { ruleId: fields.id, employeeId: fields.id, textHash: fields.text, acknowledgedAt: fields.instant },
  indexes: [
    { name: 'once', keys: { ruleId: 1, employeeId: 1 }, why: 'a person acknowledges a version once', options: { unique: true } },
    { name: 'employee', keys: { employeeId: 1 }, why: 'what a person has acknowledged' },
  ],
});

import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { SEVERITIES, VIOLATION_KINDS, VIOLATION_STATES } from '../domain/violation/violation.js';

export const violationCollection = defineCollection({
  name: 'violations',
  fields: {
    state: oneOf(VIOLATION_STATES),
    kind: oneOf(VIOLATION_KINDS),
    severity: oneOf(SEVERITIES),
    aboutId: fields.optionalText,
    applicationId: fields.optionalText,
    description: fields.text,
    reportedBy: fields.id,
    reportedAt: fields.instant,
    investigatorId: fields.optionalText,
    findings: fields.optionalText,
    closedBy: fields.optionalText,
    closedAt: fields.optionalInstant,
    appraisal: {
      type: record({ appraisalId: fields.optionalText, quarter: fields.optionalText, reasons: fields.texts, at: fields.instant }),
      default: null,
    },
  },
  indexes: [
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the work list of compliance' },
    { name: 'about', keys: { aboutId: 1, _id: -1 }, why: 'the violations of a person' },
  ],
});

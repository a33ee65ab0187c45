import { defineCollection, fields } from '@weilend/mongo';

/** Scores of closed quarters as hr announced them; the id is hr's of the sheet. */
export const appraisalScoreCollection = defineCollection({
  name: 'appraisal_scores',
  fields: {
    employeeId: fields.id,
    quarter: fields.text,
    score: fields.count,
    level: { type: String, default: '' },
  },
  indexes: [
    { name: 'quarter', keys: { quarter: 1, employeeId: 1 }, why: "everybody's score of a quarter, once each", options: { unique: true } },
  ],
});

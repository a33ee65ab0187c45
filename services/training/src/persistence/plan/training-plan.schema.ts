import { defineCollection, fields, oneOf } from '@weilend/mongo';

export const trainingPlanCollection = defineCollection({
  name: 'training_plans',
  fields: {
    year: fields.count,
    needsAnalysis: { type: String, default: '' },
    courses: fields.json,
    adoptedImprovements: fields.texts,
    state: oneOf(['DRAFT', 'PUBLISHED']),
  },
  indexes: [{ name: 'year', keys: { year: 1 }, why: 'one plan per year [6.1]', options: { unique: true } }],
});

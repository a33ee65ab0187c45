import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { FINDING_KINDS, NEED_SOURCES } from '../../domain/plan/training-need.js';
import { TRAINING_TOPICS } from '../../domain/plan/training-plan.js';

const course = record({
  no: fields.count,
  topic: oneOf(TRAINING_TOPICS),
  title: fields.text,
  hours: { type: Number, required: true },
  budgetFen: fields.optionalFen,
});

const need = record({ source: oneOf(NEED_SOURCES), topic: oneOf(TRAINING_TOPICS), text: fields.text });

const findingFields = {
  year: fields.count,
  kind: oneOf(FINDING_KINDS),
  about: fields.text,
  count: fields.count,
  outOf: fields.count,
};

const overspend = record({
  courseNo: fields.count,
  amountFen: fields.fen,
  reason: fields.text,
  allowedBy: fields.id,
  allowedAt: fields.instant,
});

const contentFields = {
  needsAnalysis: { type: String, default: '' },
  needs: [need],
  courses: [course],
  adoptedImprovements: fields.texts,
  findings: [record(findingFields)],
  revision: fields.count,
  revisedReason: fields.optionalText,
};

export const trainingPlanCollection = defineCollection({
  name: 'training_plans',
  fields: { year: fields.count, ...contentFields, overspends: [overspend], ideas: fields.texts, state: oneOf(['DRAFT', 'PUBLISHED']) },
  indexes: [{ name: 'year', keys: { year: 1 }, why: 'one plan per year [6.1]', options: { unique: true } }],
});

/** What a plan said before it was revised. */
export const trainingPlanVersionCollection = defineCollection({
  name: 'training_plan_versions',
  fields: { planId: fields.id, ...contentFields, replacedBy: fields.text, replacedAt: fields.instant },
  indexes: [
    {
      name: 'plan',
      keys: { planId: 1, revision: 1 },
      why: 'the versions of a plan, the latest first; one text for each revision [6.1]',
      options: { unique: true },
    },
  ],
});

export const trainingFindingCollection = defineCollection({
  name: 'training_findings',
  fields: findingFields,
  indexes: [
    {
      name: 'found',
      keys: { year: 1, kind: 1, about: 1 },
      why: 'the findings of the years behind a plan; one count for each thing found [6.1]',
      options: { unique: true },
    },
  ],
});

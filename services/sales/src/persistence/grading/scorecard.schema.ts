import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { SCORECARD_STATES } from '../../domain/customer/scorecard/scorecard.machine.js';

export const scorecardCollection = defineCollection({
  name: 'grade_scorecards',
  fields: {
    no: fields.count,
    state: oneOf(SCORECARD_STATES),
    weights: { type: [record({ criterion: fields.text, weightPercent: fields.count })], required: true },
    atLeast: { type: record({ A: fields.count, B: fields.count }), required: true },
    effectiveFrom: fields.date,
    reason: fields.text,
    proposedBy: fields.id,
    proposedAt: fields.instant,
    decidedBy: fields.optionalText,
    decidedAt: fields.optionalInstant,
    decisionNote: fields.optionalText,
  },
  indexes: [{ name: 'no', keys: { no: 1 }, why: 'one version for each number, whatever races; the latest one', options: { unique: true } }],
});

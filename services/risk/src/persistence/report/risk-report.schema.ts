import { RISK_RATINGS, RISK_RECOMMENDATIONS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CHECK_METHODS } from '../../domain/checks/waiver.js';
import { scoreRecord, termsRecord } from '../investigation/investigation.schema.js';

/** A method left out as the report states it; one from before waivers were decided on has no state and gets none, or its hash would no longer fit. */
const statedWaiverRecord = record({
  method: oneOf(CHECK_METHODS),
  reason: fields.text,
  waivedBy: fields.text,
  waivedAt: fields.instant,
  state: { type: String },
  decision: { type: record({ by: fields.id, at: fields.instant, note: fields.optionalText }) },
});

export const riskReportCollection = defineCollection({
  name: 'risk_reports',
  fields: {
    investigationId: fields.id,
    applicationId: fields.id,
    salespersonId: fields.id,
    reportVersion: fields.count,
    hash: fields.text,
    sections: {
      type: record({ truthOfInformation: fields.text, repaymentAbility: fields.text, creditStanding: fields.text }),
      required: true,
    },
    fiveC: {
      type: record({
        character: fields.text,
        capacity: fields.text,
        capital: fields.text,
        collateral: fields.text,
        conditions: fields.text,
      }),
      required: true,
    },
    requested: { type: termsRecord, required: true },
    recommended: { type: record({ amountFen: fields.fen, termMonths: fields.count, annualRate: fields.optionalText }), required: true },
    rating: oneOf(RISK_RATINGS),
    recommendation: oneOf(RISK_RECOMMENDATIONS),
    recommendationReason: fields.optionalText,
    proposedConditions: fields.texts,
    score: { type: scoreRecord, required: true },
    contradictions: {
      type: [record({ code: fields.text, severity: { type: String }, stated: fields.text, found: fields.text })],
      required: true,
    },
    waivers: { type: [statedWaiverRecord], required: true },
    exposure: { type: record({ loanCount: fields.count, disbursedFen: fields.fen }), required: true },
    /** As it was judged: stress, concentration, matrix, explanations, reasons. */
    judgement: fields.optionalJson,
    investigatorIds: fields.texts,
    finalisedBy: fields.text,
    finalisedAt: fields.instant,
  },
  indexes: [
    {
      name: 'version',
      keys: { applicationId: 1, reportVersion: 1 },
      why: 'versions of a report stand beside each other and never replace one',
      options: { unique: true },
    },
    { name: 'investigation', keys: { investigationId: 1 }, why: 'the reports of an investigation' },
  ],
});

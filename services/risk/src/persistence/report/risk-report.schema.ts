import { RISK_RATINGS, RISK_RECOMMENDATIONS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { scoreRecord, termsRecord, waiverRecord } from '../investigation/investigation.schema.js';

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
    contradictions: { type: [record({ code: fields.text, stated: fields.text, found: fields.text })], required: true },
    waivers: { type: [waiverRecord], required: true },
    exposure: { type: record({ loanCount: fields.count, disbursedFen: fields.fen }), required: true },
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

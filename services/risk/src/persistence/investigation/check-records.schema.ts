import { fields, oneOf, record } from '@weilend/mongo';
import { BUREAU_STATES } from '../../domain/bureau/bureau-inquiry.machine.js';
import { COMPARED_AMOUNTS, COMPARED_STATEMENTS, CONTRADICTION_CODES } from '../../domain/checks/contradiction-rules.js';
import { RELATED_AS } from '../../domain/checks/comparison.js';
import { PHONE_NUMBER_KINDS } from '../../domain/checks/phone-verification.js';
import { CHECK_METHODS, WAIVER_STATES } from '../../domain/checks/waiver.js';

const recorded = { checkId: fields.text, recordedBy: fields.text, recordedAt: fields.instant };

export const siteVisitRecord = record({
  ...recorded,
  place: fields.text,
  visitedAt: fields.instant,
  peopleMet: { type: [record({ name: fields.text, relation: fields.text })], required: true },
  photos: { type: [record({ fileId: fields.text, sha256: fields.text })], required: true },
  findings: fields.text,
});

export const phoneRecord = record({
  ...recorded,
  spokenTo: fields.text,
  numberKind: oneOf(PHONE_NUMBER_KINDS),
  calledAt: fields.instant,
  answers: { type: [record({ question: fields.text, answer: fields.text })], required: true },
});

/** Sums of the bureau's report; the rows behind them are encrypted in bureau_inquiries. */
const bureauFiguresRecord = record({
  reportedOn: fields.date,
  delinquenciesIn24Months: fields.count,
  inquiriesIn6Months: fields.count,
  identityMatch: fields.optionalText,
  debts: {
    type: record({
      openCredits: fields.count,
      balanceFen: fields.fen,
      limitFen: fields.fen,
      monthlyPaymentFen: fields.fen,
      guaranteedFen: fields.fen,
    }),
    default: null,
  },
  worstArrears: fields.optionalText,
  publicRecords: { type: Number, default: null },
});

export const bureauRecord = record({
  inquiryId: fields.text,
  state: oneOf(BUREAU_STATES),
  consentId: fields.text,
  purpose: fields.text,
  recordedBy: fields.text,
  recordedAt: fields.instant,
  ageInYears: { type: Number, default: null },
  score: { type: Number, default: null },
  currentSeriousDelinquency: { type: Boolean, default: null },
  openCredits: { type: Number, default: null },
  answeredAt: fields.optionalInstant,
  figures: { type: bureauFiguresRecord, default: null },
  reused: fields.flag,
});

const comparisonRecord = record({
  amounts: {
    type: [
      record({
        subject: oneOf(COMPARED_AMOUNTS),
        declaredFen: fields.fen,
        documentedFen: fields.optionalFen,
        bureauFen: fields.optionalFen,
      }),
    ],
    required: true,
  },
  statements: {
    type: [
      record({
        subject: oneOf(COMPARED_STATEMENTS),
        agreesWithDocuments: { type: Boolean, default: null },
        agreesWithBureau: { type: Boolean, default: null },
      }),
    ],
    required: true,
  },
});

export const analysisRecord = record({
  ...recorded,
  facts: fields.json,
  figures: record({
    declaredIncomeFen: fields.optionalFen,
    verifiedIncomeFen: fields.optionalFen,
    livingCostFen: fields.optionalFen,
    debtServiceFen: fields.optionalFen,
  }),
  ratios: record({
    newInstalmentFen: fields.fen,
    debtServiceBps: { type: Number, default: null },
    freeCashFlowFen: fields.optionalFen,
    loanToIncomeBps: { type: Number, default: null },
  }),
  sources: fields.text,
  comparison: { type: comparisonRecord, default: null },
  rules: fields.optionalJson,
  relatedParties: { type: [record({ customerId: fields.id, relatedAs: oneOf(RELATED_AS) })], default: null },
});

const waiverDecisionRecord = record({ by: fields.id, at: fields.instant, note: fields.optionalText });

export const waiverRecord = record({
  method: oneOf(CHECK_METHODS),
  reason: fields.text,
  waivedBy: fields.text,
  waivedAt: fields.instant,
  state: oneOf(WAIVER_STATES),
  decision: { type: waiverDecisionRecord, default: null },
});

export const answerRecord = record({
  code: oneOf(CONTRADICTION_CODES),
  stated: fields.text,
  found: fields.text,
  explanation: fields.text,
  evidenceIds: fields.texts,
  answeredBy: fields.id,
  answeredAt: fields.instant,
});

export const assignmentRecord = record({
  investigatorIds: fields.texts,
  assignedBy: fields.text,
  assignedAt: fields.instant,
  reason: fields.optionalText,
  proposed: fields.flag,
});

/** Where and whom: encrypted. */
const plannedCheckRecord = record({
  method: oneOf(CHECK_METHODS),
  place: fields.optionalText,
  people: fields.optionalText,
  dueAt: fields.instant,
});

export const planRecord = record({
  planNo: fields.count,
  checks: { type: [plannedCheckRecord], required: true },
  focus: fields.optionalText,
  plannedBy: fields.text,
  plannedAt: fields.instant,
});

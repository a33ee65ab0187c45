import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { BUREAU_STATES } from '../../domain/bureau/bureau-inquiry.machine.js';
import { CHECK_METHODS } from '../../domain/checks/waiver.js';
import { PHONE_NUMBER_KINDS } from '../../domain/checks/phone-verification.js';
import { REPLY_KINDS } from '../../domain/investigation/information-request.js';
import { INVESTIGATION_STATES } from '../../domain/investigation/investigation.machine.js';

/** The loan as asked for. */
export const termsRecord = record({
  productId: fields.text,
  amountFen: fields.fen,
  termMonths: fields.count,
  annualRate: fields.text,
  method: fields.text,
});

/** A score with everything that explains it; the facts and reasons are kept as they were judged. */
export const scoreRecord = record({
  cardId: fields.text,
  cardVersion: fields.count,
  // No default: the hash of a report from before covers a score without it.
  cardHash: { type: String },
  inputs: fields.json,
  score: fields.count,
  rating: fields.text,
  recommendation: fields.text,
  reasons: fields.json,
  scoredAt: fields.instant,
});

const recorded = { checkId: fields.text, recordedBy: fields.text, recordedAt: fields.instant };

const siteVisitRecord = record({
  ...recorded,
  place: fields.text,
  visitedAt: fields.instant,
  peopleMet: { type: [record({ name: fields.text, relation: fields.text })], required: true },
  photos: { type: [record({ fileId: fields.text, sha256: fields.text })], required: true },
  findings: fields.text,
});

const phoneRecord = record({
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

const bureauRecord = record({
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

const analysisRecord = record({
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
});

export const waiverRecord = record({ method: oneOf(CHECK_METHODS), reason: fields.text, waivedBy: fields.text, waivedAt: fields.instant });

const informationRequestRecord = record({
  requestId: fields.id,
  handoffId: fields.id,
  question: fields.text,
  askedBy: fields.id,
  askedAt: fields.instant,
  dueAt: fields.instant,
  reply: {
    type: record({ kind: oneOf(REPLY_KINDS), text: fields.text, by: fields.optionalText, at: fields.instant }),
    default: null,
  },
});

const consentRecord = record({
  consentId: fields.text,
  kind: fields.text,
  purpose: { type: String, default: '' },
  validUntil: fields.date,
  evidenceHash: fields.text,
});

export const investigationCollection = defineCollection({
  name: 'investigations',
  fields: {
    applicationId: fields.id,
    round: fields.count,
    handoffId: fields.id,
    customerId: fields.id,
    customerType: fields.text,
    salespersonId: fields.id,
    terms: { type: termsRecord, required: true },
    purpose: fields.text,
    identityIndex: fields.text,
    consents: { type: [consentRecord], required: true },
    participants: { type: [record({ role: fields.text, employeeId: fields.text })], required: true },
    state: oneOf(INVESTIGATION_STATES),
    investigatorIds: fields.texts,
    siteVisits: { type: [siteVisitRecord], required: true },
    phoneVerifications: { type: [phoneRecord], required: true },
    bureau: { type: bureauRecord, default: null },
    dataAnalyses: { type: [analysisRecord], required: true },
    waivers: { type: [waiverRecord], required: true },
    score: { type: scoreRecord, default: null },
    informationRequests: { type: [informationRequestRecord], required: true },
    openedAt: fields.instant,
    closing: { type: record({ at: fields.instant, by: fields.text, reasons: fields.texts }), default: null },
    committeeReturns: { type: [record({ at: fields.instant, reasons: fields.texts })], required: true },
  },
  indexes: [
    {
      name: 'round',
      keys: { applicationId: 1, round: 1 },
      why: 'one investigation per application and round, whatever races [4.8]',
      options: { unique: true },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the work list, newest first' },
    { name: 'investigators', keys: { investigatorIds: 1, _id: -1 }, why: "an investigator's own work" },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: 'where the applications of a salesperson stand' },
  ],
});

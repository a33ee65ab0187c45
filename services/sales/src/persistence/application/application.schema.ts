import { DECISION_RESULTS, RISK_RATINGS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { FALSIFICATION_KINDS } from '../../domain/application/application.js';
import { DESK_STATES } from '../../domain/application/desk.machine.js';
import { APPLICATION_STAGES } from '../../domain/application/stage.js';
import { WORKLISTS } from '../../domain/application/worklists.js';
import { INSPECTION_KINDS, INSPECTION_VERDICTS } from '../../domain/after-loan/inspection.js';
import { WARNING_CATEGORIES, WARNING_LEVELS, WARNING_MEASURES } from '../../domain/after-loan/warning.js';
import { document, informingTask } from './application-shapes.js';
import { dueIndexes } from '../due-indexes.js';
import { owedIndexes } from './owed-indexes.js';
import { customerType, disclosureConfirmation, fileEvidence, loanTerms, optionalCount, participant } from '../stored-shapes.js';

const ask = record({
  productId: fields.optionalText,
  purpose: fields.optionalText,
  purposeNote: fields.optionalText,
  amountFen: fields.optionalFen,
  termMonths: optionalCount,
  method: fields.optionalText,
});

const returned = record({
  by: oneOf(['sales', 'risk']),
  employeeId: fields.optionalText,
  reasons: fields.texts,
  at: fields.instant,
  dueAt: fields.instant,
});

const round = record({
  no: fields.count,
  submittedAt: fields.instant,
  submittedBy: fields.id,
  checkStartedAt: fields.optionalInstant,
  passedAt: fields.optionalInstant,
  returned: { type: returned, default: null },
});

const decisionNote = record({ decisionId: fields.id, reason: fields.optionalText, at: fields.instant });
const contractNote = record({ contractId: fields.id, reasons: fields.texts, at: fields.instant });

const facts = record({
  reports: {
    type: [record({ reportId: fields.id, reportVersion: fields.count, rating: oneOf(RISK_RATINGS), at: fields.instant })],
    required: true,
  },
  decisions: {
    type: [
      record({
        decisionId: fields.id,
        result: oneOf(DECISION_RESULTS),
        terms: { type: loanTerms, default: null },
        validUntil: fields.optionalDate,
        conditionIds: fields.texts,
        at: fields.instant,
      }),
    ],
    required: true,
  },
  confirmed: { type: [decisionNote], required: true },
  lapsed: { type: [decisionNote], required: true },
  disbursed: {
    type: record({ loanId: fields.id, contractId: fields.id, amountFen: fields.fen, disbursedOn: fields.date, at: fields.instant }),
    default: null,
  },
  settled: { type: record({ loanId: fields.id, settledOn: fields.date, at: fields.instant }), default: null },
  reopened: { type: record({ loanId: fields.id, at: fields.instant }), default: null },
  reversed: {
    type: record({ loanId: fields.id, contractId: fields.id, cause: fields.text, reversedOn: fields.date, at: fields.instant }),
    default: null,
  },
  cancelled: { type: contractNote, default: null },
  cancellationRefused: { type: contractNote, default: null },
  paymentReturned: { type: [contractNote], required: true },
});

const evidence = record({ fileId: fields.id, sha256: fields.text, by: fields.id, at: fields.instant });

const conditions = record({
  decisionId: fields.id,
  items: {
    type: [
      record({
        conditionId: fields.id,
        text: fields.text,
        evidenceKind: fields.text,
        dueOn: fields.date,
        evidence: { type: evidence, default: null },
        refused: { type: [evidence], required: true },
        waivedAt: fields.optionalInstant,
        formerDueOn: fields.optionalDate,
      }),
    ],
    required: true,
  },
  confirmHandoffId: fields.optionalText,
  returnedBecause: fields.texts,
});

const informationRequest = record({
  id: fields.id,
  handoffId: fields.id,
  question: fields.text,
  askedAt: fields.instant,
  dueAt: fields.instant,
  answer: { type: record({ answered: fields.flag, text: fields.text, by: fields.id, at: fields.instant }), default: null },
});

const inspectionResult = record({
  verdict: oneOf(INSPECTION_VERDICTS),
  fileId: fields.id,
  sha256: fields.text,
  finding: fields.text,
  by: fields.id,
  on: fields.date,
  at: fields.instant,
});

const care = record({
  loanId: fields.id,
  contractId: fields.id,
  disbursedOn: fields.date,
  maturesOn: fields.date,
  inspections: {
    type: [record({ id: fields.id, kind: oneOf(INSPECTION_KINDS), dueOn: fields.date, done: { type: inspectionResult, default: null } })],
    required: true,
  },
});

const warning = record({
  id: fields.id,
  handoffId: fields.id,
  category: oneOf(WARNING_CATEGORIES),
  level: oneOf(WARNING_LEVELS),
  text: fields.text,
  reportedBy: fields.id,
  reportedAt: fields.instant,
  outcome: { type: record({ measure: fields.optionalText, reasons: fields.texts, at: fields.instant }), default: null },
  acknowledgeDueAt: fields.optionalInstant,
  acknowledged: {
    type: record({ measure: oneOf(WARNING_MEASURES), comment: fields.text, by: fields.id, at: fields.instant }),
    default: null,
  },
});

const word = record({ reason: fields.text, at: fields.instant, by: fields.id });

export const applicationCollection = defineCollection({
  name: 'applications',
  fields: {
    customerId: fields.id,
    customerType,
    salespersonId: fields.id,
    enquiryId: fields.optionalText,
    proposalId: fields.optionalText,
    ask: { type: ask, required: true },
    desk: oneOf(DESK_STATES),
    stage: oneOf(APPLICATION_STAGES),
    createdAt: fields.instant,
    rounds: { type: [round], required: true },
    documents: { type: [document], required: true },
    disclosures: { type: [disclosureConfirmation], required: true },
    investigationHandoffId: fields.optionalText,
    facts: { type: facts, required: true },
    conditions: { type: conditions, default: null },
    tasks: { type: [informingTask], required: true },
    informationRequests: { type: [informationRequest], required: true },
    worklists: { type: [{ type: String, enum: WORKLISTS }], required: true },
    documentExpiresOn: fields.optionalDate,
    supplementDueAt: fields.optionalInstant,
    supplementOpenedAt: fields.optionalInstant,
    taskDueAt: fields.optionalInstant,
    taskOpenedAt: fields.optionalInstant,
    questionDueAt: fields.optionalInstant,
    questionOpenedAt: fields.optionalInstant,
    conditionDueOn: fields.optionalDate,
    contractId: fields.optionalText,
    contractDraftedAt: fields.optionalInstant,
    signedAt: fields.optionalInstant,
    withdrawal: { type: word, default: null },
    cancellation: { type: word, default: null },
    care: { type: care, default: null },
    warnings: { type: [warning], required: true },
    inspectionDueOn: fields.optionalDate,
    warningDueAt: fields.optionalInstant,
    falsifications: {
      type: [
        record({
          kind: oneOf(FALSIFICATION_KINDS),
          finding: fields.text,
          evidence: { type: [fileEvidence], required: true },
          suspectId: fields.optionalText,
          reportedBy: fields.id,
          at: fields.instant,
        }),
      ],
      required: true,
    },
    participants: { type: [participant], required: true },
  },
  indexes: [
    { name: 'salesperson', keys: { salespersonId: 1, stage: 1, _id: -1 }, why: "a salesperson's own applications, by stage, newest first" },
    { name: 'ownNewest', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own applications of every stage, newest first" },
    { name: 'stage', keys: { stage: 1, _id: -1 }, why: 'all applications of a stage, newest first' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the applications of a customer' },
    ...owedIndexes,
    ...dueIndexes({ field: 'inspectionDueOn', type: 'string', owner: 'salespersonId', what: 'inspections that are due [4.20]' }),
    ...dueIndexes({
      field: 'warningDueAt',
      type: 'date',
      owner: 'salespersonId',
      what: 'warnings that the superior has to acknowledge [4.23]',
    }),
  ],
});

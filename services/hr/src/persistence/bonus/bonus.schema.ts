import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { BONUS_STATES, DEFERRED_STATES } from '../../domain/bonus/bonus.machine.js';
import { LATE_BUCKETS, WORSE_CLASSES } from '../../domain/bonus/formula.js';
import { BONUS_FORMULA_STATES } from '../../domain/bonus/formula.machine.js';

const payoutFields = {
  handoffId: fields.optionalText,
  paidOn: fields.optionalDate,
  reference: fields.optionalText,
  returnCode: fields.optionalText,
  returnReasons: fields.texts,
};

const PAYMENT_INDEX = {
  name: 'handoff',
  keys: { handoffId: 1 },
  why: 'whose payment finance reports',
  options: { partialFilterExpression: { handoffId: { $type: 'string' } } },
} as const;

export const bonusFormulaCollection = defineCollection({
  name: 'bonus_formulas',
  fields: {
    state: oneOf(BONUS_FORMULA_STATES),
    fromQuarter: fields.text,
    formula: fields.json,
    reason: fields.text,
    draftedBy: fields.text,
    draftedAt: fields.instant,
    publishedBy: fields.optionalText,
    publishedAt: fields.optionalInstant,
    withdrawnBy: fields.optionalText,
    withdrawalReason: fields.optionalText,
  },
  indexes: [
    {
      name: 'onePublished',
      keys: { fromQuarter: -1 },
      why: 'the formula of a quarter; one is published per first quarter, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'PUBLISHED' } },
    },
    { name: 'state', keys: { state: 1, _id: 1 }, why: 'the list by state' },
  ],
});

export const bonusStatementCollection = defineCollection({
  name: 'bonus_statements',
  fields: {
    state: oneOf(BONUS_STATES),
    employeeId: fields.text,
    quarter: fields.text,
    appraisalId: fields.text,
    formulaId: fields.text,
    computation: fields.json,
    preparation: fields.count,
    preparedBy: fields.text,
    preparedAt: fields.instant,
    approvedBy: fields.optionalText,
    approvedAt: fields.optionalInstant,
    rejectedBy: fields.optionalText,
    rejectionReason: fields.optionalText,
    blockedBy: fields.texts,
    dueFen: fields.fen,
    owedBeforeFen: fields.fen,
    setOffFen: fields.fen,
    releaseOn: fields.optionalDate,
    ...payoutFields,
  },
  indexes: [
    {
      name: 'oneBonus',
      keys: { employeeId: 1, quarter: 1 },
      why: 'one bonus per person and quarter, whatever races [5.6]',
      options: { unique: true },
    },
    { name: 'own', keys: { employeeId: 1, _id: 1 }, why: 'the bonuses of a person, newest first' },
    { name: 'quarter', keys: { quarter: 1, _id: 1 }, why: 'the bonuses of a quarter' },
    { name: 'state', keys: { quarter: 1, state: 1, _id: 1 }, why: 'those of a quarter that wait for somebody' },
    { name: 'waiting', keys: { state: 1, _id: 1 }, why: 'those of any quarter that wait for somebody' },
    PAYMENT_INDEX,
  ],
});

export const bonusPartCollection = defineCollection({
  name: 'bonus_parts',
  fields: {
    statementId: fields.text,
    preparation: fields.count,
    employeeId: fields.text,
    quarter: fields.text,
    loanId: fields.text,
    amountFen: fields.fen,
    partFen: fields.fen,
    deferredFen: fields.fen,
    takenFen: fields.fen,
    takenOfDeferredFen: fields.fen,
    takenOn: fields.optionalDate,
    withheldFen: fields.fen,
  },
  indexes: [
    {
      name: 'statement',
      keys: { statementId: 1, preparation: 1, _id: 1 },
      why: 'what each loan contributes to a bonus, page by page, and the loans that are looked at on the day of release',
    },
    { name: 'loan', keys: { loanId: 1 }, why: 'the bonus of a loan that turns bad' },
  ],
});

export const deferredBonusCollection = defineCollection({
  name: 'deferred_bonuses',
  fields: {
    state: oneOf(DEFERRED_STATES),
    statementId: fields.text,
    preparation: fields.count,
    formulaId: fields.text,
    employeeId: fields.text,
    quarter: fields.text,
    amountFen: fields.fen,
    takenFen: fields.fen,
    releaseOn: fields.date,
    releasedOn: fields.optionalDate,
    withheldFen: fields.fen,
    dueFen: fields.fen,
    setOffFen: fields.fen,
    blockedBy: fields.optionalJson,
    ...payoutFields,
  },
  indexes: [
    { name: 'statement', keys: { statementId: 1 }, why: 'one deferred part per bonus, whatever races', options: { unique: true } },
    { name: 'due', keys: { state: 1, releaseOn: 1, _id: 1 }, why: 'the parts that fall due, the earliest first, for the job and the list' },
    { name: 'own', keys: { employeeId: 1, state: 1, releaseOn: 1, _id: 1 }, why: 'the deferred parts of a person' },
    PAYMENT_INDEX,
  ],
});

export const bonusClawbackCollection = defineCollection({
  name: 'bonus_clawbacks',
  fields: {
    statementId: fields.text,
    employeeId: fields.text,
    quarter: fields.text,
    loanId: fields.text,
    badSince: fields.date,
    bookedOn: fields.date,
    amountFen: fields.fen,
    fromDeferredFen: fields.fen,
    carriedFen: fields.fen,
  },
  indexes: [
    {
      name: 'once',
      keys: { statementId: 1, loanId: 1 },
      why: 'a loan is taken back once from a bonus, whatever races; the clawbacks on a statement',
      options: { unique: true },
    },
    { name: 'own', keys: { employeeId: 1, _id: 1 }, why: 'the clawbacks of a person' },
    { name: 'quarter', keys: { quarter: 1, _id: 1 }, why: 'the clawbacks of a quarter of sale' },
  ],
});

export const bonusBalanceCollection = defineCollection({
  name: 'bonus_balances',
  /** `owes` says that there is anything, for the index. */
  fields: { owedFen: fields.fen, owes: fields.flag },
  indexes: [{ name: 'owing', keys: { owes: 1, _id: 1 }, why: 'who still owes something, page by page' }],
});

/** One row a department. */
export const toldDayCollection = defineCollection({
  name: 'told_days',
  fields: { endedThrough: fields.date },
  indexes: [],
});

const dayOf = Object.fromEntries([...LATE_BUCKETS, ...WORSE_CLASSES].map((step) => [step, fields.optionalDate]));

export const bonusLoanCollection = defineCollection({
  name: 'bonus_loans',
  fields: {
    employeeId: fields.text,
    bucket: oneOf(['CURRENT', ...LATE_BUCKETS]),
    loanClass: oneOf(['PASS', ...WORSE_CLASSES]),
    changedOn: fields.date,
    reached: { type: dayOf, required: true },
    reversedOn: fields.optionalDate,
  },
  indexes: [],
});

import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { BANK_LINE_STATES } from '../domain/bank/bank-line.machine.js';
import { list } from './shared-records.js';

export const STATEMENT_STATES = ['RUNNING', 'DONE'] as const;

const problemRecord = record({ lineNo: fields.count, problem: fields.text });
const candidateRecord = record({ loanId: fields.id, why: fields.text, fits: fields.optionalText });

/** A file of a bank that was imported; what became of its lines is counted from them. */
export const bankStatementCollection = defineCollection({
  name: 'bank_statements',
  fields: {
    channel: fields.text,
    fileId: fields.id,
    sha256: fields.text,
    fileName: fields.text,
    state: oneOf(STATEMENT_STATES),
    total: fields.count,
    /** Lines that were imported; the others were bad, repeated, or known from another file. */
    imported: fields.count,
    known: fields.count,
    problems: list(problemRecord),
    importedBy: fields.text,
    importedAt: fields.instant,
    finishedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'content', keys: { channel: 1, sha256: 1 }, why: 'the same file is imported once', options: { unique: true } },
    { name: 'state', keys: { state: 1, _id: 1 }, why: 'the statements that are being worked on' },
  ],
});

/** Money on a statement; payer and remark are encrypted, the blind indexes find his loans. A row is never removed. */
export const bankLineCollection = defineCollection({
  name: 'bank_lines',
  fields: {
    statementId: fields.id,
    lineNo: fields.count,
    channel: fields.text,
    transactionId: fields.text,
    paidOn: fields.date,
    amountFen: fields.fen,
    payerName: fields.text,
    payerAccount: fields.text,
    remark: fields.text,
    maskedPayer: { type: String, default: '' },
    maskedAccount: { type: String, default: '' },
    nameIndex: fields.optionalText,
    accountIndex: fields.optionalText,
    references: fields.texts,
    state: oneOf(BANK_LINE_STATES),
    reason: fields.optionalText,
    candidates: list(candidateRecord),
    matchedBy: fields.optionalText,
    loanId: fields.optionalText,
    repaymentId: fields.optionalText,
    attempt: fields.count,
    failures: fields.count,
    decidedBy: fields.optionalText,
    decidedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'transaction',
      keys: { channel: 1, transactionId: 1 },
      why: 'money of an account is imported once, whatever file it is in',
      options: { unique: true },
    },
    { name: 'statement', keys: { statementId: 1, state: 1, _id: 1 }, why: 'the lines of a statement, and how far they are' },
    { name: 'state', keys: { state: 1, _id: 1 }, why: 'what the job carries on, and what waits for a person' },
    { name: 'repayment', keys: { repaymentId: 1 }, why: 'who paid a repayment, for its receipt' },
  ],
});

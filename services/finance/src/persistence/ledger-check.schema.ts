import type { LocalDate } from '@weilend/kernel';
import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { CHECK_SUBJECTS } from '../domain/ledger/check-books.js';
import { CHECK_SCOPES, CHECK_STAGES } from '../domain/ledger/check-scope.js';
import type { CheckScope, CheckStage } from '../domain/ledger/check-scope.js';

/** A check of the books: how far it is, and what it has found. */
export interface LedgerCheckRow {
  readonly _id: string;
  readonly version: number;
  /** The newest business day that was closed when it began. */
  readonly on: LocalDate;
  readonly nightly: boolean;
  readonly scope: CheckScope;
  readonly state: 'RUNNING' | 'DONE';
  readonly stage: CheckStage;
  /** Last id of the stage that was looked at: whoever goes on begins behind it. */
  readonly cursor: string;
  /** Entries up to this id were looked at by the checks before; the walk over entries begins behind it. */
  readonly entriesAfter: string;
  readonly loans: number;
  readonly borrowers: number;
  readonly differences: number;
  readonly requestedBy: string;
  /** Business time. */
  readonly startedAt: Date;
  /** Time of the database: entries that were made later are the next check's. */
  readonly readAt: Date;
  readonly finishedAt: Date | null;
}

export const ledgerCheckCollection = defineCollection({
  name: 'ledger_checks',
  fields: {
    on: fields.date,
    nightly: fields.flag,
    scope: oneOf(CHECK_SCOPES),
    state: oneOf(['RUNNING', 'DONE']),
    stage: oneOf(CHECK_STAGES),
    cursor: { type: String, default: '' },
    entriesAfter: { type: String, default: '' },
    loans: fields.count,
    borrowers: fields.count,
    differences: fields.count,
    requestedBy: fields.text,
    startedAt: fields.instant,
    readAt: fields.instant,
    finishedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'running',
      keys: { state: 1 },
      why: 'one check at a time, whoever begins it',
      options: { unique: true, partialFilterExpression: { state: 'RUNNING' } },
    },
    {
      name: 'night',
      keys: { on: 1 },
      why: 'one check by itself after each day end',
      options: { unique: true, partialFilterExpression: { nightly: true } },
    },
    { name: 'scope', keys: { scope: 1, on: -1 }, why: 'when everything was checked last' },
  ],
});

/** One difference that a check found; the same difference is found again by every check until it is put right. */
export const ledgerFindingCollection = defineCollection({
  name: 'ledger_findings',
  fields: {
    checkId: fields.id,
    /** Place among the findings of the check, from 1. */
    no: fields.count,
    subject: oneOf(CHECK_SUBJECTS),
    subjectId: fields.id,
    account: fields.text,
    unit: oneOf(['FEN', 'COUNT']),
    expected: { type: Number, required: true },
    found: { type: Number, required: true },
    at: fields.instant,
  },
  indexes: [
    { name: 'check', keys: { checkId: 1, no: 1 }, why: 'the findings of a check', options: { unique: true } },
    {
      name: 'subject',
      keys: { checkId: 1, subjectId: 1, account: 1 },
      why: 'a difference is told once by a check',
      options: { unique: true },
    },
  ],
});

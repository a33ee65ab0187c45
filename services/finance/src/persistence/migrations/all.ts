import { createLedger } from './0001-create-ledger.js';
import { scheduleRules } from './0002-schedule-rules.js';
import { loanServicing } from './0003-loan-servicing.js';
import { limits } from './0004-limits.js';
import { receiptNumbers } from './0005-receipt-numbers.js';
import { closingsAndLateLoans } from './0006-closings-and-late-loans.js';
import { collectionsAndServicing } from './0007-collections-and-servicing.js';
import { scheduleVersions } from './0008-schedule-versions.js';
import { measures } from './0009-measures.js';

/** In the order in which they are made. */
export const migrations = [
  createLedger,
  scheduleRules,
  loanServicing,
  limits,
  receiptNumbers,
  closingsAndLateLoans,
  collectionsAndServicing,
  scheduleVersions,
  measures,
];

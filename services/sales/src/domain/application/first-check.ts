import { refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { LoanApplication } from './application.js';
import { deskMachine } from './desk.machine.js';
import { documentProblems } from './documents.js';
import { changeLastRound, openRound, requireReasons } from './rounds.js';
import type { ReturnNote } from './rounds.js';

// The first check (初审): handed in, checked for complete, true and valid, then passed to the risk department or returned to the customer
// with what he has to supplement or correct. Only what has passed is ever investigated.

/** Hands in for the first time, or again after a return. The gate is judged by the caller before. */
export function handIn(application: LoanApplication, by: string, at: Date): LoanApplication {
  const event = application.desk === 'draft' ? 'submit' : 'resubmit';
  return { ...application, desk: deskMachine.next(application.desk, event), rounds: openRound(application.rounds, by, at) };
}

export function startCheck(application: LoanApplication, at: Date): LoanApplication {
  return {
    ...application,
    desk: deskMachine.next(application.desk, 'start-check'),
    rounds: changeLastRound(application.rounds, { checkStartedAt: at }),
  };
}

/** Returns to the customer. Throws ILLEGAL_TRANSITION or RETURN_REASONS_MISSING [4.7]. */
export function returnToCustomer(application: LoanApplication, note: ReturnNote): LoanApplication {
  const desk = deskMachine.next(application.desk, note.by === 'risk' ? 'return-from-risk' : 'return');
  const returned = { ...note, reasons: requireReasons(note.reasons) };
  return { ...application, desk, investigationHandoffId: null, rounds: changeLastRound(application.rounds, { returned }) };
}

/** Passes the first check. Throws ILLEGAL_TRANSITION or every problem of the documents [4.6]. */
export function passCheck(application: LoanApplication, at: Date, today: LocalDate): LoanApplication {
  const desk = deskMachine.next(application.desk, 'pass');
  refuseAll(documentProblems(application.customerType, application.documents, today));
  return { ...application, desk, rounds: changeLastRound(application.rounds, { passedAt: at }) };
}

/**
 * Risk sent the investigation back. Only the return of the handoff that we wait for moves the application; one that comes after the
 * customer has withdrawn, or of an earlier round, is history.
 */
export function returnedByRisk(
  application: LoanApplication,
  handoffId: string,
  note: Omit<ReturnNote, 'by' | 'employeeId'>,
): LoanApplication {
  if (application.investigationHandoffId !== handoffId || application.desk !== 'passed') return application;
  const reasons = note.reasons.some((reason) => reason.trim()) ? note.reasons : ['UNSPECIFIED'];
  return returnToCustomer(application, { ...note, reasons, by: 'risk', employeeId: null });
}

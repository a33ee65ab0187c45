import { bureauInquiryMachine } from './bureau-inquiry.machine.js';
import type { BureauState } from './bureau-inquiry.machine.js';

// One question to the credit bureau about one borrower, under one consent. The identity number is kept, encrypted, only until the
// bureau has answered; afterwards the masked number and the answer remain.

/** What the bureau says of a borrower. */
export interface BureauReport {
  /** 300 (worst) to 850 (best). */
  readonly score: number;
  /** Ninety days and more past due on any debt now. */
  readonly currentSeriousDelinquency: boolean;
  readonly delinquenciesIn24Months: number;
  readonly openCredits: number;
  readonly inquiriesIn6Months: number;
  readonly reportedOn: string;
}

export interface BureauInquiry {
  readonly id: string;
  readonly version: number;
  /** Sent with every attempt: the bureau answers the same question once. */
  readonly requestId: string;
  readonly investigationId: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly consentId: string;
  readonly purpose: string;
  readonly state: BureauState;
  /** Null once answered or failed. */
  readonly identityNumber: string | null;
  readonly maskedIdentity: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly attempts: number;
  /** Wall time of the next attempt; null when none is due. */
  readonly nextAttemptAt: Date | null;
  readonly report: BureauReport | null;
  readonly failure: string | null;
  readonly answeredAt: Date | null;
}

/** What the investigation keeps of its inquiry. */
export interface BureauFinding {
  readonly inquiryId: string;
  readonly state: BureauState;
  readonly consentId: string;
  readonly purpose: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Age by the identity number on the day of the inquiry; null for an enterprise. */
  readonly ageInYears: number | null;
  readonly score: number | null;
  readonly currentSeriousDelinquency: boolean | null;
  readonly openCredits: number | null;
  readonly answeredAt: Date | null;
}

export type NewInquiry = Omit<BureauInquiry, 'version' | 'state' | 'attempts' | 'nextAttemptAt' | 'report' | 'failure' | 'answeredAt'> & {
  readonly firstAttemptAt: Date;
};

const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;

export function newInquiry({ firstAttemptAt, ...asked }: NewInquiry): BureauInquiry {
  return {
    ...asked,
    version: 0,
    state: bureauInquiryMachine.initial,
    attempts: 0,
    nextAttemptAt: firstAttemptAt,
    report: null,
    failure: null,
    answeredAt: null,
  };
}

/** The finding of an inquiry just asked for. */
export function requestedFinding(inquiry: BureauInquiry, ageInYears: number | null): BureauFinding {
  const { id: inquiryId, state, consentId, purpose, requestedBy: recordedBy, requestedAt: recordedAt } = inquiry;
  return {
    inquiryId,
    state,
    consentId,
    purpose,
    recordedBy,
    recordedAt,
    ageInYears,
    score: null,
    currentSeriousDelinquency: null,
    openCredits: null,
    answeredAt: null,
  };
}

/** The bureau answered: the number is no longer needed and is forgotten. */
export function answered(inquiry: BureauInquiry, report: BureauReport, at: Date): BureauInquiry {
  return { ...ended(inquiry, 'answer'), report, answeredAt: at, failure: null };
}

/** An attempt went wrong: another one is due after a growing wait, unless the bureau refused for good or was asked often enough. */
export function attemptFailed(
  inquiry: BureauInquiry,
  problem: { text: string; final: boolean },
  retryAt: (waitMs: number) => Date,
): BureauInquiry {
  const failure = problem.text.slice(0, 300);
  if (problem.final || inquiry.attempts + 1 >= MOST_ATTEMPTS) return { ...ended(inquiry, 'fail'), failure };
  const wait = Math.min(FIRST_WAIT_MS * 2 ** inquiry.attempts, LONGEST_WAIT_MS);
  return { ...inquiry, attempts: inquiry.attempts + 1, failure, nextAttemptAt: retryAt(wait) };
}

/** What the investigation notes when its inquiry has ended. */
export function findingOf(finding: BureauFinding, inquiry: BureauInquiry): BureauFinding {
  const { state, report, answeredAt } = inquiry;
  return {
    ...finding,
    state,
    answeredAt,
    score: report?.score ?? null,
    currentSeriousDelinquency: report?.currentSeriousDelinquency ?? null,
    openCredits: report?.openCredits ?? null,
  };
}

function ended(inquiry: BureauInquiry, how: 'answer' | 'fail'): BureauInquiry {
  return {
    ...inquiry,
    state: bureauInquiryMachine.next(inquiry.state, how),
    attempts: inquiry.attempts + 1,
    nextAttemptAt: null,
    identityNumber: null,
  };
}

/** Nobody needs the answer any more: the inquiry ends without one and the number is forgotten. */
export function abandoned(inquiry: BureauInquiry, reason: string): BureauInquiry {
  return {
    ...inquiry,
    state: bureauInquiryMachine.next(inquiry.state, 'fail'),
    nextAttemptAt: null,
    identityNumber: null,
    failure: reason,
  };
}

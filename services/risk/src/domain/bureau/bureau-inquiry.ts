import { bureauInquiryMachine } from './bureau-inquiry.machine.js';
import type { BureauEvent, BureauState } from './bureau-inquiry.machine.js';
import { figuresOf } from './bureau-debts.js';
import type { BureauFigures } from './bureau-debts.js';
import type { BureauReport } from './bureau-report.js';
import { pauseMs, troubleRules } from './bureau-trouble.js';
import type { BureauTrouble, RetryPlan } from './bureau-trouble.js';

// One question to the credit bureau about one borrower, under one consent. The identity number is kept, encrypted, only until the
// bureau has answered; afterwards the masked number and the answer remain. A later investigation of the same person may take over the
// answer: then its inquiry points at the one that was really asked.

export interface BureauInquiry {
  readonly id: string;
  readonly version: number;
  /** Sent with every attempt: the bureau answers the same question once. Of a reused report, the one that it was asked under. */
  readonly requestId: string;
  readonly investigationId: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly consentId: string;
  readonly purpose: string;
  readonly state: BureauState;
  /** Blind index of the identity number: finds the reports of a person without knowing him. */
  readonly identityIndex: string;
  /** The same while the bureau is being asked: of one person one question at a time. */
  readonly pendingFor: string | null;
  /** Null once answered or failed. */
  readonly identityNumber: string | null;
  readonly maskedIdentity: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** Until when the answer is expected; later it stands in the list of the risk manager. */
  readonly dueAt: Date;
  /** Attempts begun; one that nothing came of because its process died counts too. */
  readonly attempts: number;
  /** Wall time of the next attempt; null when none is due, or when it waits for a person. */
  readonly nextAttemptAt: Date | null;
  readonly report: BureauReport | null;
  /** What went wrong last; null when answered. */
  readonly trouble: BureauTrouble | null;
  readonly failure: string | null;
  /** Answers that were thrown away because they were about another person. */
  readonly answersRefused: number;
  readonly answeredAt: Date | null;
  /** The inquiry whose report this one uses; null for one that was asked. */
  readonly reusedFrom: string | null;
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
  /** Sums and worst marks; null until answered, and of answers from before they were kept. */
  readonly figures: BureauFigures | null;
  readonly reused: boolean;
}

type SetLater =
  | 'version'
  | 'state'
  | 'pendingFor'
  | 'attempts'
  | 'nextAttemptAt'
  | 'report'
  | 'trouble'
  | 'failure'
  | 'answersRefused'
  | 'answeredAt'
  | 'reusedFrom';
export type NewInquiry = Omit<BureauInquiry, SetLater> & { readonly firstAttemptAt: Date };
/** What an inquiry that takes over a stored report brings of its own. */
export type Reuse = Omit<NewInquiry, 'firstAttemptAt' | 'requestId' | 'identityNumber'>;

const UNTOUCHED = { version: 0, attempts: 0, report: null, trouble: null, failure: null, answersRefused: 0 } as const;

export function newInquiry({ firstAttemptAt, ...asked }: NewInquiry): BureauInquiry {
  const { initial: state } = bureauInquiryMachine;
  const { identityIndex: pendingFor } = asked;
  return { ...asked, ...UNTOUCHED, state, pendingFor, nextAttemptAt: firstAttemptAt, answeredAt: null, reusedFrom: null };
}

/**
 * The request id under which the same question was called off after it had left the house: asked anew it has the same one, so that the bureau
 * counts it once. Null for another question, or one that the bureau had refused.
 */
export function requestIdFor(before: BureauInquiry, { consentId, purpose, identityIndex }: Reuse): string | null {
  const same = before.consentId === consentId && before.purpose === purpose && before.identityIndex === identityIndex;
  return same && before.trouble === 'CALLED_OFF' && before.attempts > 0 ? before.requestId : null;
}

/** An inquiry that uses the answer of an earlier one: nothing is asked, the report stays where it is. */
export function reusing(source: BureauInquiry, reuse: Reuse): BureauInquiry {
  const { requestId, answeredAt, id: reusedFrom } = source;
  const nothingAsked = { identityNumber: null, pendingFor: null, nextAttemptAt: null };
  return {
    ...reuse,
    ...UNTOUCHED,
    ...nothingAsked,
    requestId,
    answeredAt,
    reusedFrom,
    state: bureauInquiryMachine.next('REQUESTED', 'answer'),
  };
}

/** The finding of an inquiry just asked for. */
export function requestedFinding(inquiry: BureauInquiry, ageInYears: number | null): BureauFinding {
  const { id: inquiryId, state, consentId, purpose, requestedBy: recordedBy, requestedAt: recordedAt, reusedFrom } = inquiry;
  const unknown = { score: null, currentSeriousDelinquency: null, openCredits: null, answeredAt: null, figures: null };
  return { inquiryId, state, consentId, purpose, recordedBy, recordedAt, ageInYears, ...unknown, reused: reusedFrom !== null };
}

/** An attempt begins: it belongs to one process until `claimedUntil`; if that process dies, the question is asked again then. */
export function attemptBegun(inquiry: BureauInquiry, claimedUntil: Date): BureauInquiry {
  return { ...inquiry, attempts: inquiry.attempts + 1, nextAttemptAt: claimedUntil };
}

/** The bureau answered: the number is no longer needed and is forgotten. */
export function answered(inquiry: BureauInquiry, report: BureauReport, at: Date): BureauInquiry {
  return { ...ended(inquiry, 'answer'), report, answeredAt: at, trouble: null, failure: null };
}

/** Why there is no answer; `where` names the fault of ours for whoever mends it, without a word of what was asked. */
export interface AttemptProblem {
  readonly code: BureauTrouble;
  readonly atLeastMs: number;
  readonly where?: string | undefined;
}

export interface Pace {
  readonly plan: RetryPlan;
  /** 0 to 1, drawn anew for every pause. */
  readonly spread: number;
  readonly retryAt: (waitMs: number) => Date;
}

/** An attempt went wrong: what follows is the rule of its trouble; after too many attempts the question waits for a person, and nothing is lost. */
export function attemptFailed(inquiry: BureauInquiry, problem: AttemptProblem, pace: Pace): BureauInquiry {
  const { code: trouble, atLeastMs, where } = problem;
  const { then, says } = troubleRules[trouble];
  const failure = where === undefined ? says : `${says}: ${where}`;
  if (then === 'END') return { ...ended(inquiry, 'fail'), trouble, failure };
  const answersRefused = inquiry.answersRefused + (trouble === 'OTHER_PERSON' ? 1 : 0);
  const attempts = then === 'WAIT' ? Math.max(0, inquiry.attempts - 1) : inquiry.attempts;
  const waits = then === 'HALT' || (then === 'AGAIN' && attempts >= pace.plan.mostAttempts);
  const nextAttemptAt = waits ? null : pace.retryAt(pauseMs(attempts, pace.plan, { spread: pace.spread, atLeastMs }));
  return { ...inquiry, attempts, answersRefused, trouble, failure, nextAttemptAt };
}

/** Somebody has it asked again now, under the same request id; throws when it is over. */
export function retried(inquiry: BureauInquiry, now: Date): BureauInquiry {
  return { ...inquiry, state: bureauInquiryMachine.next(inquiry.state, 'retry'), nextAttemptAt: now };
}

/** Nobody needs the answer any more: the inquiry ends without one and the number is forgotten. Throws when it is over. */
export function calledOff(inquiry: BureauInquiry, reason: string): BureauInquiry {
  return { ...ended(inquiry, 'callOff'), trouble: 'CALLED_OFF', failure: reason };
}

/** True when only a person can carry it on. */
export function waitsForPerson({ state, nextAttemptAt }: Pick<BureauInquiry, 'state' | 'nextAttemptAt'>): boolean {
  return state === 'REQUESTED' && nextAttemptAt === null;
}

/** What the investigation notes when its inquiry has ended; `report` is that of the inquiry, or the stored one that it uses. */
export function findingOf(finding: BureauFinding, inquiry: BureauInquiry, report = inquiry.report): BureauFinding {
  const { state, answeredAt } = inquiry;
  return {
    ...finding,
    state,
    answeredAt,
    score: report?.score ?? null,
    currentSeriousDelinquency: report?.currentSeriousDelinquency ?? null,
    openCredits: report?.openCredits ?? null,
    figures: report && figuresOf(report),
  };
}

function ended(inquiry: BureauInquiry, how: BureauEvent): BureauInquiry {
  return { ...inquiry, state: bureauInquiryMachine.next(inquiry.state, how), pendingFor: null, nextAttemptAt: null, identityNumber: null };
}

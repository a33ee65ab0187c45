import { DomainError } from '@weilend/kernel';
import type { Investigation } from '../investigation/investigation.js';
import { writtenText } from './written-text.js';

// The four methods of the investigation (四种调查方式). A method may be left out (免除) when an investigator gives the reason and the risk
// manager, who is neither of the two, agrees; the report shows both. Never the site visit and the bureau: without having been there and
// without the bureau's word nobody can judge a borrower.

export const CHECK_METHODS = ['SITE_VISIT', 'PHONE_VERIFICATION', 'BUREAU_INQUIRY', 'DATA_ANALYSIS'] as const;
export type CheckMethod = (typeof CHECK_METHODS)[number];

export const WAIVER_STATES = ['REQUESTED', 'APPROVED', 'REFUSED'] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

export interface WaiverRequest {
  readonly method: CheckMethod;
  readonly reason: string;
  readonly waivedBy: string;
  readonly waivedAt: Date;
}

export interface WaiverDecision {
  readonly by: string;
  readonly at: Date;
  /** Why; needed with a refusal. */
  readonly note: string | null;
}

export interface CheckWaiver extends WaiverRequest {
  readonly state: WaiverState;
  /** Null while nobody decided, and for those from before waivers were decided on. */
  readonly decision: WaiverDecision | null;
}

const WAIVABLE: readonly CheckMethod[] = ['PHONE_VERIFICATION', 'DATA_ANALYSIS'];

type CheckState = Pick<Investigation, 'siteVisits' | 'phoneVerifications' | 'bureau' | 'dataAnalyses' | 'waivers'>;

/** A wish to leave a method out; throws CHECK_NOT_WAIVABLE, CHECK_ALREADY_RECORDED, WAIVER_PENDING or TEXT_MISSING [4.10]. */
export function requestWaiver(investigation: CheckState, wish: WaiverRequest): CheckWaiver {
  const { method } = wish;
  if (!WAIVABLE.includes(method)) throw new DomainError('CHECK_NOT_WAIVABLE', { check: method }, 'method');
  if (stateOfCheck(investigation, method) !== 'MISSING') throw new DomainError('CHECK_ALREADY_RECORDED', { check: method }, 'method');
  if (pendingWaiver(investigation, method)) throw new DomainError('WAIVER_PENDING', { check: method }, 'method');
  return { ...wish, reason: writtenText(wish.reason, 'reason', 10), state: 'REQUESTED', decision: null };
}

/** All waivers after a decision; throws WAIVER_NOT_REQUESTED, WAIVER_OWN or TEXT_MISSING [4.10]. */
export function decideWaiver(
  investigation: CheckState & Pick<Investigation, 'investigatorIds'>,
  answer: { method: CheckMethod; approve: boolean } & WaiverDecision,
): CheckWaiver[] {
  const { method, approve, by, at, note } = answer;
  const pending = pendingWaiver(investigation, method);
  if (!pending) throw new DomainError('WAIVER_NOT_REQUESTED', { check: method }, 'method');
  if (pending.waivedBy === by || investigation.investigatorIds.includes(by)) throw new DomainError('WAIVER_OWN');
  const said = approve && note === null ? null : writtenText(note ?? '', 'note', 4);
  const decided: CheckWaiver = { ...pending, state: approve ? 'APPROVED' : 'REFUSED', decision: { by, at, note: said } };
  return investigation.waivers.map((one) => (one === pending ? decided : one));
}

/** The wish that waits for the risk manager, if any. */
export function pendingWaiver({ waivers }: Pick<Investigation, 'waivers'>, method: CheckMethod): CheckWaiver | undefined {
  return waivers.find((one) => one.method === method && one.state === 'REQUESTED');
}

/** Where one method stands. A bureau inquiry counts when it was answered, a waiver when the risk manager agreed. */
export function stateOfCheck(investigation: CheckState, method: CheckMethod): 'RECORDED' | 'WAIVED' | 'MISSING' {
  const recorded = {
    SITE_VISIT: investigation.siteVisits.length > 0,
    PHONE_VERIFICATION: investigation.phoneVerifications.length > 0,
    BUREAU_INQUIRY: investigation.bureau?.state === 'ANSWERED',
    DATA_ANALYSIS: investigation.dataAnalyses.length > 0,
  }[method];
  if (recorded) return 'RECORDED';
  return investigation.waivers.some((one) => one.method === method && one.state === 'APPROVED') ? 'WAIVED' : 'MISSING';
}

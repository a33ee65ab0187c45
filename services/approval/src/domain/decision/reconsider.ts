// A rejection, and an approval that lapsed because a condition was not met in time, may be looked at once more (复议), and only when there is
// something new: documents that were not there, or a new report. The old decision stays readable, its votes count for nothing, and a second no
// is final [4.12, 4.13].
import { DomainError } from '@weilend/kernel';
import type { ApprovalCase, NewFacts } from '../case/approval-case.js';
import type { Decision } from './decide.js';

const LEAST = 10;

/** What there was about the application until now. */
export interface KnownBefore {
  readonly cases: readonly Pick<ApprovalCase, 'reconsiders' | 'state'>[];
  /** SHA-256 of the papers in the application's file. */
  readonly papers: readonly string[];
}

/** Throws RECONSIDERATION_CLOSED, RECONSIDERED_ALREADY, RECONSIDERATION_NOT_YOURS or NEW_FACTS_MISSING. */
export function checkReconsideration(decision: Decision, facts: NewFacts, { cases, papers }: KnownBefore): void {
  checkOnce(decision, cases);
  if (decision.salespersonId !== facts.requestedBy) throw new DomainError('RECONSIDERATION_NOT_YOURS');
  const known = new Set([...papers, ...decision.conditions.flatMap((one) => (one.evidence ? [one.evidence.sha256] : []))]);
  const fresh = facts.documents.some((one) => !known.has(one.sha256));
  if ([...facts.text.trim()].length < LEAST || !fresh) throw new DomainError('NEW_FACTS_MISSING', { least: LEAST }, 'facts');
}

/**
 * The decision that a new report of risk asks to look at again, or null when it is looked at for the first time: a report after the days of a condition
 * ran out is the second look as much as one after a rejection [4.14]. Throws RECONSIDERED_ALREADY.
 * @param decisions of the application, oldest first
 */
export function lookedAtAgain(decisions: readonly Decision[], cases: KnownBefore['cases']): Decision | null {
  const last = decisions.filter(mayBeReconsidered).at(-1);
  if (!last) return null;
  checkOnce(last, cases);
  return last;
}

function mayBeReconsidered({ state, lapsedReason }: Decision): boolean {
  return state === 'rejected' || (state === 'lapsed' && lapsedReason === 'CONDITION_EXPIRED');
}

/** Throws RECONSIDERATION_CLOSED or RECONSIDERED_ALREADY. */
function checkOnce(decision: Decision, cases: KnownBefore['cases']): void {
  if (!mayBeReconsidered(decision)) throw new DomainError('RECONSIDERATION_CLOSED', { state: decision.state });
  // A second look that sent its report back to risk with questions decided nothing yet: it goes on with the report that answers them.
  const again = cases.some((one) => one.reconsiders === decision.id && one.state !== 'returned');
  if (decision.reconsiders !== null || again) throw new DomainError('RECONSIDERED_ALREADY');
}

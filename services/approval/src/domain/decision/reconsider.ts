// A rejection, and an approval that lapsed because a condition was not met in time, may be looked at once more (复议), and only when there is
// something new: a paper that lies in the application's file and was not there when the committee decided, or a new report. Nobody's word makes a
// paper: only what sales took in, bytes and hash, exists. The old decision stays readable, its votes count for nothing, and a second no is final.
// Who serves the customer now asks for it, or the manager of sales [4.12, 4.13].
import { DomainError } from '@weilend/kernel';
import type { ApprovalCase, NewFacts } from '../case/approval-case.js';
import type { Decision } from './decide.js';

const LEAST = 10;

/** A paper that was put to the application: its file and the SHA-256 of its bytes. */
export interface FiledPaper {
  readonly fileId: string;
  readonly sha256: string;
}

/** What there was about the application until now. */
export interface KnownBefore {
  readonly cases: readonly Pick<ApprovalCase, 'reconsiders' | 'state'>[];
  /** SHA-256 of the papers that the committee has had: handed in with the application, or shown as evidence. */
  readonly seen: readonly string[];
  /** Every paper in the application's file. */
  readonly filed: readonly FiledPaper[];
  /** Who serves the customer now; null while it is who did when it was decided. */
  readonly salespersonId: string | null;
}

/** Who asks: a person, and whether he leads all of sales. */
export interface Asker {
  readonly employeeId: string;
  readonly leadsSales: boolean;
}

/** Throws RECONSIDERATION_CLOSED, RECONSIDERED_ALREADY, RECONSIDERATION_NOT_YOURS, NEW_FACT_UNKNOWN or NEW_FACTS_MISSING. */
export function checkReconsideration(
  decision: Decision,
  facts: Pick<NewFacts, 'text' | 'documents'>,
  known: KnownBefore,
  asker: Asker,
): void {
  checkOnce(decision, known.cases);
  const mayAsk = asker.leadsSales || asker.employeeId === (known.salespersonId ?? decision.salespersonId);
  if (!mayAsk) throw new DomainError('RECONSIDERATION_NOT_YOURS');
  const seen = new Set([...known.seen, ...decision.conditions.flatMap((one) => (one.evidence ? [one.evidence.sha256] : []))]);
  const filed = new Set(known.filed.map(keyOf));
  // An old paper may lie beside a new one; a paper that nobody took in may not.
  const unknown = facts.documents.find((one) => !filed.has(keyOf(one)) && !seen.has(one.sha256));
  if (unknown) throw new DomainError('NEW_FACT_UNKNOWN', { fileId: unknown.fileId }, 'documents');
  const fresh = facts.documents.some((one) => !seen.has(one.sha256));
  if ([...facts.text.trim()].length < LEAST || !fresh) throw new DomainError('NEW_FACTS_MISSING', { least: LEAST }, 'facts');
}

const keyOf = ({ fileId, sha256 }: FiledPaper): string => `${fileId} ${sha256}`;

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

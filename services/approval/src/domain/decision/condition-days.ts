// A condition has its own day. The first day on which something is still owed is kept on the decision itself, so that the secretary's list and the
// nightly look find it at once; a condition that is confirmed or waived owes nothing any more [4.14].
import type { LocalDate } from '@weilend/kernel';
import type { DecisionCondition } from './decide.js';

export function isSettled(condition: Pick<DecisionCondition, 'confirmedBy' | 'waivedReason'>): boolean {
  return condition.confirmedBy !== null || condition.waivedReason !== null;
}

/** Nobody has given evidence for it, or it was sent back. */
export function isOwed(condition: Pick<DecisionCondition, 'confirmedBy' | 'waivedReason' | 'evidence'>): boolean {
  return !isSettled(condition) && condition.evidence === null;
}

/** The first day on which evidence is due; when all have theirs, the first day of what is not settled; or null. */
export function firstDue(conditions: readonly DecisionCondition[]): LocalDate | null {
  const owed = conditions.filter(isOwed);
  const [first = null] = (owed.length > 0 ? owed : conditions.filter((one) => !isSettled(one))).map((one) => one.dueOn).sort();
  return first;
}

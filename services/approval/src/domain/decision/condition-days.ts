// A condition has its own day. The first day on which something is still owed is kept on the decision itself, so that the secretary's list and the
// nightly look find it at once; a condition that is confirmed or waived owes nothing any more [4.14].
import type { LocalDate } from '@weilend/kernel';
import type { DecisionCondition } from './decide.js';

export function isSettled(condition: Pick<DecisionCondition, 'confirmedBy' | 'waivedReason'>): boolean {
  return condition.confirmedBy !== null || condition.waivedReason !== null;
}

/** The first day on which an unsettled condition is due, or null. */
export function firstDue(conditions: readonly DecisionCondition[]): LocalDate | null {
  const [first = null] = conditions
    .filter((one) => !isSettled(one))
    .map((one) => one.dueOn)
    .sort();
  return first;
}

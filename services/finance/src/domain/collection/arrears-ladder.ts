import type { CollectionCase } from './collection-case.js';

// The ladder of arrears (逾期催告阶梯): a customer's own salesperson speaks with him when an instalment is late, and again each time that the loan has been
// late for a longer while. Each step is asked for once for each time that the loan is late; what was passed unseen is not made up for.

/** How many steps a loan that is so many days past due has reached; the steps are days, rising. */
export function stepsReached(steps: readonly number[], daysPastDue: number): number {
  return steps.filter((days) => days <= daysPastDue).length;
}

/** The step that is to be asked for now; null when nothing new was reached. */
export function nextStep(
  { state, arrearsStep }: Pick<CollectionCase, 'state' | 'arrearsStep'>,
  daysPastDue: number,
  steps: readonly number[],
): number | null {
  const reached = stepsReached(steps, daysPastDue);
  return state === 'OPEN' && reached > arrearsStep ? reached : null;
}

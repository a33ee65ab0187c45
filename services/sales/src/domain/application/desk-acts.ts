import { DomainError } from '@weilend/kernel';
import type { DeskState } from './desk.machine.js';
import { currentDecision } from './facts.js';
import type { Facts } from './facts.js';

// What may be done to the papers of an application depends on where they lie: while the customer prepares them they can be changed, while
// they are checked they can only be judged, and once they have been passed on nothing changes any more. But a no of the committee, or an
// approval that a condition ended, may be looked at once more when there is a new paper (复议): the file takes it in then [4.12].

const WHERE = {
  amend: ['draft', 'returned'],
  'attach-document': ['draft', 'returned'],
  'confirm-disclosure': ['draft', 'returned', 'submitted', 'resubmitted', 'under-check'],
  'judge-document': ['draft', 'returned', 'under-check'],
} as const satisfies Record<string, readonly DeskState[]>;

export type DeskAct = keyof typeof WHERE;

/** Throws DomainError NOT_NOW naming the states in which the act is done. */
export function requireDesk(state: DeskState, act: DeskAct): void {
  const allowed: readonly DeskState[] = WHERE[act];
  if (!allowed.includes(state)) throw new DomainError('NOT_NOW', { state, act, allowed });
}

/** Throws DomainError NOT_NOW: papers are put to what is prepared or supplemented, and to what may be looked at once more. */
export function requirePapersOpen({ desk, facts }: { readonly desk: DeskState; readonly facts: Facts }): void {
  if (desk !== 'passed' || !mayBeLookedAtAgain(facts)) requireDesk(desk, 'attach-document');
}

/** Rejected, or ended by a condition that nobody settled in time; what ran out unused or was given up is over. */
function mayBeLookedAtAgain(facts: Facts): boolean {
  const decision = currentDecision(facts);
  if (!decision) return false;
  const lapse = facts.lapsed.find(({ decisionId }) => decisionId === decision.decisionId);
  return decision.result === 'REJECTED' || lapse?.reason === 'CONDITION_EXPIRED';
}

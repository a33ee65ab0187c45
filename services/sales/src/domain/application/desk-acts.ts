import { DomainError } from '@weilend/kernel';
import type { DeskState } from './desk.machine.js';

// What may be done to the papers of an application depends on where they lie: while the customer prepares them they can be changed, while
// they are checked they can only be judged, and once they have been passed on nothing changes any more.

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

import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';
import { followUpMachine } from './follow-up.machine.js';
import type { FollowUpEvent, FollowUpState } from './follow-up.machine.js';

// What a visit finds is not forgotten (回访发现问题须跟进): somebody owes something to the customer until a day. What comes out of it may
// open the next one, so that the whole chain from the visit to the solution can be read.

export interface FollowUp {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  /** Who owes it. */
  readonly ownerId: string;
  /** The visit that found it; null when it was opened without one. */
  readonly visitId: string | null;
  /** The one that it follows, and the first of the chain. */
  readonly previousId: string | null;
  readonly rootId: string;
  readonly state: FollowUpState;
  readonly text: string;
  readonly plannedOn: LocalDate;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closed: { readonly result: string; readonly by: string; readonly at: Date } | null;
}

export interface FollowUpWish {
  readonly text: string;
  readonly dueOn: LocalDate;
}

export type FollowUpStart = Pick<FollowUp, 'id' | 'customerId' | 'ownerId' | 'visitId' | 'openedBy' | 'openedAt'>;

/** Opens a follow-up, at the end of the chain when it follows another. Throws a text refusal or FOLLOW_UP_DAY_PAST. */
export function openFollowUp(start: FollowUpStart, wish: FollowUpWish, of: { today: LocalDate; previous: FollowUp | null }): FollowUp {
  const text = wordsForOthers(wish.text, 'text');
  if (wish.dueOn < of.today) throw new DomainError('FOLLOW_UP_DAY_PAST', { today: of.today }, 'dueOn');
  const chain = { previousId: of.previous?.id ?? null, rootId: of.previous?.rootId ?? start.id };
  return { ...start, ...chain, version: 0, state: 'open', text, plannedOn: wish.dueOn, closed: null };
}

/** Ends a follow-up with its result, or with the reason why nobody needs it. Throws a text refusal or ILLEGAL_TRANSITION. */
export function endFollowUp(followUp: FollowUp, event: FollowUpEvent, said: { result: string; by: string; at: Date }): FollowUp {
  const state = followUpMachine.next(followUp.state, event);
  return { ...followUp, state, closed: { ...said, result: wordsForOthers(said.result, 'result') } };
}

/** The day on which it is owed; null when it is over. */
export function followUpDueOn(followUp: FollowUp): LocalDate | null {
  return followUp.state === 'open' ? followUp.plannedOn : null;
}

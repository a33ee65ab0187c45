import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { InformingWay } from '../application/informing.js';
import { arrearsTaskMachine } from './arrears-task.machine.js';
import type { ArrearsTaskState } from './arrears-task.machine.js';

// An instalment of a customer is late (逾期): his own salesperson speaks with him until the deadline, hears why, and writes it down. Finance asks again at
// each step of its ladder; when nothing is late any more nobody has to be called. Whoever was not reached was not spoken with: the task stays open.

export const ARREARS_RESULTS = ['CALL_BACK', 'PAID_ALREADY', 'HARDSHIP_TOLD', 'DISPUTED', 'REFUSED_TO_PAY'] as const;
/** What came of it, in the words of finance's own contacts; a promise with its amount is made with finance. */
export type ArrearsResult = (typeof ARREARS_RESULTS)[number];

export interface ArrearsContact {
  readonly interactionId: string;
  readonly heldAt: Date;
  readonly way: InformingWay;
  readonly result: ArrearsResult;
}

export interface ArrearsTask {
  readonly id: string;
  readonly version: number;
  readonly handoffId: string;
  /** Finance's collection case: one for each time that the loan is late. */
  readonly caseId: string;
  readonly loanId: string;
  readonly applicationId: string;
  readonly customerId: string;
  /** Whose customer it is. */
  readonly ownerId: string;
  readonly step: number;
  readonly overdueSince: LocalDate;
  readonly daysPastDue: number;
  readonly overdueFen: number;
  readonly state: ArrearsTaskState;
  readonly openedAt: Date;
  /** Until when he has to be spoken with; null when it has ended. */
  readonly dueAt: Date | null;
  readonly contact: ArrearsContact | null;
  readonly recallReason: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** When finance last said that nothing of a loan is late, and how that came. */
export interface ArrearsClearance {
  /** The loan's. */
  readonly id: string;
  readonly version: number;
  readonly clearedAt: Date;
  readonly reason: string;
}

type Cleared = Pick<ArrearsClearance, 'clearedAt'>;

export type NewArrearsTask = Omit<ArrearsTask, 'version' | 'state' | 'contact' | 'recallReason' | 'endedBy' | 'endedAt'>;

export function openArrearsTask(task: NewArrearsTask): ArrearsTask {
  const open = { state: arrearsTaskMachine.initial, contact: null, recallReason: null, endedBy: null, endedAt: null };
  return { ...task, version: 0, ...open };
}

/** He was spoken with. Throws ILLEGAL_TRANSITION, or ARREARS_CONTACT_EARLIER for a conversation of before the work was given. */
export function contacted(task: ArrearsTask, contact: ArrearsContact, by: string, at: Date): ArrearsTask {
  const state = arrearsTaskMachine.next(task.state, 'contact');
  if (contact.heldAt < task.openedAt) throw new DomainError('ARREARS_CONTACT_EARLIER', { openedAt: task.openedAt.toISOString() }, 'heldAt');
  return { ...task, state, contact, endedBy: by, endedAt: at, dueAt: null };
}

/** Nothing is late any more: an open task ends, one that has ended stays as it is. */
export function recalled(task: ArrearsTask, reason: string, at: Date): ArrearsTask {
  if (task.state !== 'open') return task;
  return { ...task, state: arrearsTaskMachine.next(task.state, 'recall'), recallReason: reason, endedAt: at, dueAt: null };
}

/** The later of what was known and what is heard; what was known when it is as late. */
export function laterClearance<K extends Cleared, H extends Cleared>(known: K, heard: H): K | H {
  return heard.clearedAt > known.clearedAt ? heard : known;
}

/** True when the money came after the work was asked for, however late the work arrives; work of the same moment or after it is owed. */
export function isClearedSince({ clearedAt }: Cleared, askedAt: Date): boolean {
  return clearedAt > askedAt;
}

import { addMs } from '@weilend/kernel';

// A reminder (到期提醒) of a deadline that somebody of sales owes: to the owner when most of the time is over, and again when it has passed,
// then also to the manager. Each is said once to each person; a deadline that was kept, moved or given to a colleague needs no more words.

export const REMINDER_KINDS = [
  ...(['LEAD_RESPONSE', 'LEAD_CONTACT', 'ENQUIRY_RESPONSE', 'PROPOSAL', 'PROPOSAL_EXPIRY', 'NEXT_STEP'] as const),
  ...(['SUPPLEMENT', 'INFORM_CUSTOMER', 'ANSWER_RISK', 'CONDITION', 'DOCUMENT_EXPIRY', 'SIGN_CONTRACT', 'SIGN_AMENDMENT'] as const),
  ...(['INSPECTION', 'WARNING', 'RETURN_VISIT', 'FOLLOW_UP', 'FEEDBACK', 'CUSTOMER_EVENT'] as const),
  ...(['ACTIVITY_RESULT', 'CAMPAIGN_CLOSING', 'PROBLEM', 'SECURITY', 'ARREARS'] as const),
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
/** Before the deadline, and after it. */
export const REMINDER_LEVELS = ['SOON', 'LATE'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

/** Something that is owed until a moment. */
export interface Deadline {
  readonly kind: ReminderKind;
  /** Id of what it is about. */
  readonly about: string;
  /** Null while nobody has it: then only the manager is told. */
  readonly ownerId: string | null;
  /** From when the owner is reminded. */
  readonly soonAt: Date;
  readonly dueAt: Date;
  /** Whether the manager is told of each that is late; where many small ones run late he reads the list instead. */
  readonly escalates: boolean;
}

export interface Reminder {
  readonly id: string;
  readonly version: number;
  /** What makes it once: kind, subject, deadline, level, person. */
  readonly key: string;
  readonly kind: ReminderKind;
  readonly about: string;
  readonly level: ReminderLevel;
  readonly employeeId: string;
  /** True when it tells the manager of somebody else's deadline. */
  readonly escalated: boolean;
  readonly dueAt: Date;
  readonly raisedAt: Date;
  readonly seenAt: Date | null;
  /** When the deadline was found kept, moved or given to somebody else. */
  readonly endedAt: Date | null;
}

export type ReminderCall = Pick<Reminder, 'key' | 'kind' | 'about' | 'level' | 'employeeId' | 'escalated' | 'dueAt'>;

/** The moment after `share` of the time from its opening to its deadline ("0.75" of it, as for the handoffs). */
export function soonAt(openedAt: Date, dueAt: Date, share: number): Date {
  return addMs(openedAt, Math.trunc((dueAt.getTime() - openedAt.getTime()) * share));
}

/** Who has to be told of a deadline by now. */
export function callsOf(deadline: Deadline, managers: readonly string[], now: Date): readonly ReminderCall[] {
  const { ownerId } = deadline;
  const calls: ReminderCall[] = [];
  if (now < deadline.soonAt) return calls;
  if (ownerId) calls.push(call(deadline, 'SOON', ownerId, false));
  if (now < deadline.dueAt) return calls;
  if (ownerId) calls.push(call(deadline, 'LATE', ownerId, false));
  if (deadline.escalates || !ownerId)
    for (const manager of managers) if (manager !== ownerId) calls.push(call(deadline, 'LATE', manager, true));
  return calls;
}

/** True when the reminder still speaks of what is owed: the same deadline, and for an owner still his. */
export function stillOwed(reminder: Reminder, deadline: Deadline | undefined): boolean {
  if (!deadline || deadline.dueAt.getTime() !== reminder.dueAt.getTime()) return false;
  return reminder.escalated || deadline.ownerId === reminder.employeeId;
}

function call(deadline: Deadline, level: ReminderLevel, employeeId: string, escalated: boolean): ReminderCall {
  const { kind, about, dueAt } = deadline;
  return { key: [kind, about, dueAt.toISOString(), level, employeeId].join(' '), kind, about, level, employeeId, escalated, dueAt };
}

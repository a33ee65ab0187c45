import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

/**
 * A reminder of a deadline of training (到期提醒): a training without its evaluation, an evaluation somebody owes, an improvement, knowledge
 * that runs out, a training whose day went by and of which nobody has written down who came, a training that hr asked for, a nomination on which
 * a manager has not spoken. Who owes it is told some days ahead; when the day has passed he is told again, and somebody above him too, never
 * nobody. Each is said once to each person; what was done, or was given another day, needs no more words [6.7, 7.7]. A certificate that runs
 * out is told to its holder alone, on the days that the company has set; the latest word takes the place of the one before [6.4].
 */
export const REMINDER_KINDS = [
  'UNEVALUATED',
  'EVALUATION',
  'IMPROVEMENT',
  'KNOWLEDGE',
  'UNRECORDED',
  'REQUEST',
  'NOMINATION',
  'CERTIFICATE',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
/** What somebody owes to the company; what runs out is only his own. */
export type DeadlineKind = Exclude<ReminderKind, 'CERTIFICATE'>;
export const REMINDER_LEVELS = ['SOON', 'LATE'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

export interface TrainingDeadline {
  readonly kind: DeadlineKind;
  /** Id of what is owed. */
  readonly about: string;
  readonly dueOn: LocalDate;
  readonly aheadDays: number;
  readonly ownerIds: readonly string[];
  readonly superiorIds: readonly string[];
}

export interface TrainingReminder {
  readonly id: string;
  readonly version: number;
  /** What makes it once: kind, subject, day, level, person. */
  readonly key: string;
  readonly kind: ReminderKind;
  readonly about: string;
  readonly level: ReminderLevel;
  readonly employeeId: string;
  /** True when it tells a superior of what somebody else owes. */
  readonly escalated: boolean;
  readonly dueOn: LocalDate;
  readonly raisedAt: Date;
  /** When the deadline was found kept or moved. */
  readonly endedAt: Date | null;
}

export type ReminderCall = Pick<TrainingReminder, 'key' | 'kind' | 'about' | 'level' | 'employeeId' | 'escalated' | 'dueOn'>;

export type DeadlineCall = ReminderCall & { readonly kind: DeadlineKind };

/** Who has to be told of a deadline by today. */
export function callsOf(deadline: TrainingDeadline, today: LocalDate): readonly DeadlineCall[] {
  if (today < addDays(deadline.dueOn, -deadline.aheadDays)) return [];
  const owners = [...new Set(deadline.ownerIds)];
  const soon = owners.map((owner) => call(deadline, 'SOON', owner, false));
  if (today <= deadline.dueOn) return soon;
  const superiors = [...new Set(deadline.superiorIds)].filter((superior) => !owners.includes(superior));
  return [
    ...soon,
    ...owners.map((owner) => call(deadline, 'LATE', owner, false)),
    ...superiors.map((superior) => call(deadline, 'LATE', superior, true)),
  ];
}

export interface CertificateEnd {
  readonly about: string;
  readonly employeeId: string;
  readonly expiresOn: LocalDate;
  /** For which of the days before its end it is said. */
  readonly daysBefore: number;
}

/** What its holder is told of a certificate that runs out, or has run out; once for each of the days before. */
export function certificateReminder({ about, employeeId, expiresOn: dueOn, daysBefore }: CertificateEnd, today: LocalDate): ReminderCall {
  const kind = 'CERTIFICATE';
  const level = dueOn < today ? 'LATE' : 'SOON';
  return { key: [kind, about, dueOn, daysBefore, employeeId].join(' '), kind, about, level, employeeId, escalated: false, dueOn };
}

/** True while the same is owed until the same day. */
export const stillOwed = (reminder: Pick<TrainingReminder, 'dueOn'>, owedOn: LocalDate | null | undefined): boolean =>
  owedOn === reminder.dueOn;

function call(deadline: TrainingDeadline, level: ReminderLevel, employeeId: string, escalated: boolean): DeadlineCall {
  const { kind, about, dueOn } = deadline;
  return { key: [kind, about, dueOn, level, employeeId].join(' '), kind, about, level, employeeId, escalated, dueOn };
}

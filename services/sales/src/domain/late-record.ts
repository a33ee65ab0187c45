import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// What is written down after it took place (事后补录). A call or a visit may be recorded some days later, and not after that: who remembers it
// then cannot be checked. And whatever day is told, an answer that was promised by a moment counts as given when it took place only if it was
// written down soon after it and before the promise was over; otherwise it counts from when it was written down. So a late answer cannot be made
// punctual by the day that is told with it, and nothing but the record made in time is needed to show that it was punctual.

export interface LateRecordRule {
  readonly today: LocalDate;
  /** Days for which what took place may still be recorded, parameter `record.late-days`. */
  readonly lateDays: number;
}

/** Refuses what took place too long ago. Throws DomainError RECORDED_TOO_LATE at the field; a day to come is not judged here [1.6]. */
export function requireRecent(on: LocalDate, { today, lateDays }: LateRecordRule, field: string): void {
  const from = addDays(today, -lateDays);
  if (on < from) throw new DomainError('RECORDED_TOO_LATE', { on, from }, field);
}

export interface ToldAnswer {
  /** When it took place, as who records it says. */
  readonly at: Date;
  readonly recordedAt: Date;
  /** Until when a record of it is prompt: `record.prompt-within` of working time after it took place. */
  readonly promptUntil: Date;
  /** Until when the answer was promised; null when nothing was. */
  readonly dueAt: Date | null;
}

/** The moment from which an answer counts: when it took place if it was recorded promptly and within the promise, else when it was recorded [1.6]. */
export function countsFrom({ at, recordedAt, promptUntil, dueAt }: ToldAnswer): Date {
  const isInTime = recordedAt <= promptUntil && (dueAt === null || recordedAt <= dueAt);
  return isInTime ? at : recordedAt;
}

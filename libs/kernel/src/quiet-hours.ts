import { DomainError } from './errors.js';
import { addDays, businessDateOf, instantOf } from './local-date.js';

/** Hours of every night, or of a day, in which nobody is disturbed (免打扰时段): local times HH:MM, the first within them and the last after them. */
export interface QuietHours {
  readonly from: string;
  /** Over midnight when `from` is the later one. */
  readonly to: string;
}

export function isQuiet(at: Date, { from, to }: QuietHours): boolean {
  const on = businessDateOf(at);
  const afterFrom = at.getTime() >= instantOf(on, from).getTime();
  const beforeTo = at.getTime() < instantOf(on, to).getTime();
  return from > to ? afterFrom || beforeTo : afterFrom && beforeTo;
}

/** The first moment from `at` on that is not quiet. */
export function quietEnd(at: Date, hours: QuietHours): Date {
  if (!isQuiet(at, hours)) return at;
  const end = instantOf(businessDateOf(at), hours.to);
  return end.getTime() > at.getTime() ? end : instantOf(addDays(businessDateOf(at), 1), hours.to);
}

/** Throws DomainError CONTACT_QUIET_HOURS at the field that says when it was. */
export function checkAwake(at: Date, hours: QuietHours, field: string): void {
  if (isQuiet(at, hours)) throw new DomainError('CONTACT_QUIET_HOURS', { from: hours.from, to: hours.to }, field);
}

import { addDays, daysBetween } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { RuleContent } from './warning-rule.js';

// A loan that is late gets later every day, and finance says so only when its bucket or class changes. Between two of its words risk counts the
// days itself, and looks again on the day on which the next rule may be fulfilled.

export interface Lateness {
  /** Due day of the oldest instalment that is not paid; null while nothing is late. */
  readonly overdueSince: LocalDate | null;
  /** The next day on which a rule on days past due may be fulfilled. */
  readonly agesOn: LocalDate | null;
}

type DayRule = Pick<RuleContent, 'signal' | 'leastAmount'>;

/** How late a loan is by finance's word on a day, and when to look again. */
export function latenessOf(daysPastDue: number, on: LocalDate, rules: readonly DayRule[]): Lateness {
  if (daysPastDue < 1) return { overdueSince: null, agesOn: null };
  const overdueSince = addDays(on, -daysPastDue);
  return { overdueSince, agesOn: nextAge(overdueSince, daysPastDue, rules) };
}

/** The same loan some days later: how many days it is late, and when to look after that. */
export function aged(overdueSince: LocalDate, today: LocalDate, rules: readonly DayRule[]): { days: number; agesOn: LocalDate | null } {
  const days = daysBetween(overdueSince, today);
  return { days, agesOn: nextAge(overdueSince, days, rules) };
}

function nextAge(overdueSince: LocalDate, days: number, rules: readonly DayRule[]): LocalDate | null {
  const ahead = rules.filter(({ signal, leastAmount }) => signal === 'DAYS_PAST_DUE' && leastAmount > days).map((rule) => rule.leastAmount);
  return ahead.length === 0 ? null : addDays(overdueSince, Math.min(...ahead));
}

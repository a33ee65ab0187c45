// How the company's clock is moved in a demonstration: never past a moment at which something is due. Between now and the wanted time it stops
// at every deadline on the board and at the beginning of every business day, so that each department does what that moment asks of it. Over months
// it may go straight there: what fell due on the way happens on arrival, in its order and by its days, as after a time without power.
import { addDays, businessDateOf, DomainError, instantOf } from '@weilend/kernel';
import { instantAtMinute } from '../calendar/minute-of-day.js';

/** The one company clock: every step of it is one lane to every department. */
export const CLOCK_SUBJECT = 'clk_00000000000000000000000000';

export const CLOCK_STOPS = ['EVERY_DAY', 'NOWHERE'] as const;
export type ClockStops = (typeof CLOCK_STOPS)[number];

export interface ClockAdvance {
  readonly id: string;
  readonly version: number;
  readonly state: 'RUNNING' | 'ARRIVED';
  readonly from: Date;
  readonly to: Date;
  /** Where it stops on the way; left out on advances of before there was a choice: every day. */
  readonly stops?: ClockStops | null;
  /** Business time of the last step. */
  readonly reached: Date;
  readonly steps: number;
  /** Company-wide number of the last step; 0 before the first. */
  readonly step: number;
  readonly requestedBy: string;
  readonly arrivedAt: Date | null;
}

/** One advance covers at most this many days: each is at least one step that every department must follow. */
export const LONGEST_ADVANCE_DAYS = 1_100;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Checks the wanted time. Throws CLOCK_ONLY_FORWARD, CLOCK_TOO_FAR. */
export function checkAdvance(now: Date, to: Date): void {
  if (to.getTime() <= now.getTime()) throw new DomainError('CLOCK_ONLY_FORWARD', { now: now.toISOString() }, 'to');
  if (to.getTime() - now.getTime() > LONGEST_ADVANCE_DAYS * DAY_MS)
    throw new DomainError('CLOCK_TOO_FAR', { days: LONGEST_ADVANCE_DAYS }, 'to');
}

/**
 * The moment of the next step: the earliest of the next due moment, the next business day and the target, or the target at once; null on arrival.
 * Due moments are taken by the minute, so that a hundred pieces of work of one morning are not a hundred steps; nothing fires early.
 */
export function nextClockStep(now: Date, { to, stops }: Pick<ClockAdvance, 'to' | 'stops'>, nextDueAt: Date | null): Date | null {
  if (now.getTime() >= to.getTime()) return null;
  if (stops === 'NOWHERE') return to;
  const nextDay = instantOf(addDays(businessDateOf(now), 1));
  const candidates = [to, nextDay, ...(nextDueAt ? [endOfMinute(nextDueAt)] : [])].filter((moment) => moment.getTime() > now.getTime());
  return candidates.reduce((earliest, moment) => (moment.getTime() < earliest.getTime() ? moment : earliest), to);
}

/** The full minute at or after an instant. */
function endOfMinute(instant: Date): Date {
  const day = businessDateOf(instant);
  return instantAtMinute(day, Math.ceil((instant.getTime() - instantOf(day).getTime()) / MINUTE_MS));
}

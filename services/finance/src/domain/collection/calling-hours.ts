import { addDays, businessDateOf, DomainError, instantOf } from '@weilend/kernel';

// When a debtor may be spoken to (催收时间与频次, GB/T 45251-2025): nobody is disturbed in the quiet hours of the night, and a debtor is called no more once
// he has been spoken to as often as the rule of that day allows, over all of his loans together.

/** Rules as they are in force on a day. */
export interface CallingRules {
  /** collection.quiet-hours: local times HH:MM, the first within them and the last after them; over midnight when the first is the later one. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** collection.voice-per-day. */
  readonly voicePerDay: number;
}

export const ALLOWANCE_REASONS = ['NOT_OVERDUE', 'QUIET_HOURS', 'DAILY_MAXIMUM'] as const;
export type AllowanceReason = (typeof ALLOWANCE_REASONS)[number];

/** May the debtor be called at this moment? */
export interface CallAllowance {
  readonly allowed: boolean;
  /** Why not; empty when he may be called. */
  readonly reasons: readonly AllowanceReason[];
  /** First moment at which he may be called; null when there is nothing to call about. */
  readonly nextAt: Date | null;
  readonly conversationsToday: number;
  readonly voicePerDay: number;
}

export function isQuiet(at: Date, { quietFrom, quietTo }: CallingRules): boolean {
  const on = businessDateOf(at);
  const afterFrom = at.getTime() >= instantOf(on, quietFrom).getTime();
  const beforeTo = at.getTime() < instantOf(on, quietTo).getTime();
  return quietFrom > quietTo ? afterFrom || beforeTo : afterFrom && beforeTo;
}

/** The first moment from `at` on that is not quiet. */
export function quietEnd(at: Date, rules: CallingRules): Date {
  if (!isQuiet(at, rules)) return at;
  const end = instantOf(businessDateOf(at), rules.quietTo);
  return end.getTime() > at.getTime() ? end : instantOf(addDays(businessDateOf(at), 1), rules.quietTo);
}

export function callAllowance(now: Date, facts: { overdue: boolean; conversationsToday: number }, rules: CallingRules): CallAllowance {
  const { overdue, conversationsToday } = facts;
  const isSpent = conversationsToday >= rules.voicePerDay;
  const reasons: AllowanceReason[] = [
    ...(overdue ? [] : (['NOT_OVERDUE'] as const)),
    ...(isQuiet(now, rules) ? (['QUIET_HOURS'] as const) : []),
    ...(isSpent ? (['DAILY_MAXIMUM'] as const) : []),
  ];
  const from = isSpent ? instantOf(addDays(businessDateOf(now), 1)) : now;
  const nextAt = overdue ? quietEnd(from, rules) : null;
  return { allowed: reasons.length === 0, reasons, nextAt, conversationsToday, voicePerDay: rules.voicePerDay };
}

/** Throws DomainError CONTACT_QUIET_HOURS. */
export function checkAwake(at: Date, rules: CallingRules): void {
  if (isQuiet(at, rules)) throw new DomainError('CONTACT_QUIET_HOURS', { from: rules.quietFrom, to: rules.quietTo }, 'tookPlaceAt');
}

/** Throws DomainError CONTACT_DAILY_MAXIMUM when the debtor was spoken to often enough on that day. */
export function checkFrequency(conversations: number, { voicePerDay }: CallingRules): void {
  if (conversations >= voicePerDay) throw new DomainError('CONTACT_DAILY_MAXIMUM', { maximum: voicePerDay }, 'channel');
}

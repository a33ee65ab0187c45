import { addDays, businessDateOf, DomainError, instantOf, isQuiet, quietEnd } from '@weilend/kernel';
import type { QuietHours } from '@weilend/kernel';

// When a debtor may be spoken to (催收时间与频次, GB/T 45251-2025): nobody is disturbed in the quiet hours of the night, and a debtor is called no more once
// he has been spoken to as often as the rule of that day allows, over all of his loans together.

/** Rules as they are in force on a day. */
export interface CallingRules {
  /** collection.quiet-hours. */
  readonly quiet: QuietHours;
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

export function callAllowance(now: Date, facts: { overdue: boolean; conversationsToday: number }, rules: CallingRules): CallAllowance {
  const { overdue, conversationsToday } = facts;
  const isSpent = conversationsToday >= rules.voicePerDay;
  const reasons: AllowanceReason[] = [
    ...(overdue ? [] : (['NOT_OVERDUE'] as const)),
    ...(isQuiet(now, rules.quiet) ? (['QUIET_HOURS'] as const) : []),
    ...(isSpent ? (['DAILY_MAXIMUM'] as const) : []),
  ];
  const from = isSpent ? instantOf(addDays(businessDateOf(now), 1)) : now;
  const nextAt = overdue ? quietEnd(from, rules.quiet) : null;
  return { allowed: reasons.length === 0, reasons, nextAt, conversationsToday, voicePerDay: rules.voicePerDay };
}

/** Throws DomainError CONTACT_DAILY_MAXIMUM when the debtor was spoken to often enough on that day. */
export function checkFrequency(conversations: number, { voicePerDay }: CallingRules): void {
  if (conversations >= voicePerDay) throw new DomainError('CONTACT_DAILY_MAXIMUM', { maximum: voicePerDay }, 'channel');
}

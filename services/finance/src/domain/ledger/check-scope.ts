import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// How much a check of the books looks at. In a full night it is only what has moved since the last check; once a week it is everything, because a loan that
// was changed without an entry shows only there.

export const CHECK_SCOPES = ['CHANGED', 'ALL'] as const;
export type CheckScope = (typeof CHECK_SCOPES)[number];

const DAYS_BETWEEN_FULL_CHECKS = 7;

/** The scope of the check after a day end; `lastFull` is the business day of the newest check of everything. */
export function nightlyScope(on: LocalDate, lastFull: LocalDate | null): CheckScope {
  return lastFull === null || addDays(lastFull, DAYS_BETWEEN_FULL_CHECKS) <= on ? 'ALL' : 'CHANGED';
}

/** What a check walks through, in this order. */
export const CHECK_STAGES = ['ENTRIES', 'LOANS', 'BORROWERS', 'LEDGER'] as const;
export type CheckStage = (typeof CHECK_STAGES)[number];

const STAGES_OF: Readonly<Record<CheckScope, readonly CheckStage[]>> = {
  CHANGED: ['ENTRIES', 'LEDGER'],
  ALL: ['LOANS', 'BORROWERS', 'ENTRIES', 'LEDGER'],
};

export const firstStage = (scope: CheckScope): CheckStage => STAGES_OF[scope][0] as CheckStage;

/** Null after the last one. */
export function stageAfter(stage: CheckStage, scope: CheckScope): CheckStage | null {
  const stages = STAGES_OF[scope];
  return stages[stages.indexOf(stage) + 1] ?? null;
}

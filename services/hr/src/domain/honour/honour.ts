import { canonicalHash, DomainError, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { quartersOf } from './honour-rule.js';
import type { HonourKind, HonourScope } from './honour-rule.js';
import type { RankingEntry } from './ranking.js';

/**
 * An honour of a quarter or a year: its list, computed from closed sheets, proposed by the machine or by hr, and confirmed by hr on the same list [5.9].
 * There is one for each honour and period; the list of a confirmed one never changes. A severe violation that becomes known afterwards takes the honour
 * from its person, by a word of hr, and moves nobody else [5.4].
 */
export interface Honour {
  readonly id: string;
  readonly version: number;
  readonly honour: HonourKind;
  readonly scope: HonourScope;
  readonly period: string;
  readonly ruleId: string;
  readonly state: 'PROPOSED' | 'CONFIRMED';
  readonly ranking: readonly RankingEntry[];
  /** Of rule and ranking: who confirms confirms exactly this list. */
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedOn: LocalDate;
  readonly confirmedBy: string | null;
  readonly confirmedOn: LocalDate | null;
  /** What hr says when nobody receives it, or on it. */
  readonly note: string | null;
}

/** One person's award, with its certificate (荣誉证书). */
export interface HonourAward {
  readonly id: string;
  readonly version: number;
  readonly honourId: string;
  readonly honour: HonourKind;
  readonly period: string;
  readonly employeeId: string;
  /** As it stands on the certificate, whatever the person is called later. */
  readonly recipientName: string;
  readonly place: number;
  readonly shared: boolean;
  readonly values: RankingEntry['values'];
  readonly confirmedBy: string;
  readonly confirmedOn: LocalDate;
  /** Null or left out while the person keeps it. */
  readonly revocation?: Revocation | null;
}

export interface Revocation {
  readonly by: string;
  readonly on: LocalDate;
  readonly reason: string;
  readonly violationIds: readonly string[];
}

const LEAST_REASON = 4;

export interface PeriodState {
  readonly today: LocalDate;
  readonly openSheets: number;
  readonly closedSheets: number;
  /** Quarters of the period that have sheets. */
  readonly withSheets: readonly string[];
  /** Quarters of the period that were closed for the whole company. */
  readonly closed: readonly string[];
}

/** Refuses a period that has not ended, or whose quarters are not all closed: until then somebody may still get a sheet. */
export function checkPeriod(period: string, of: PeriodState): void {
  const { to } = quarterRange(quartersOf(period).at(-1) ?? period);
  if (of.today <= to) throw new DomainError('HONOUR_PERIOD_RUNNING', { period, lastDay: to }, 'period');
  if (of.openSheets > 0) throw new DomainError('HONOUR_SHEETS_OPEN', { period, open: of.openSheets }, 'period');
  if (of.closedSheets === 0) throw new DomainError('HONOUR_NO_SHEETS', { period }, 'period');
  const quarters = openQuarters(period, of);
  if (quarters.length > 0) throw new DomainError('HONOUR_QUARTERS_OPEN', { quarters }, 'period');
}

/** The last quarter of a period must be closed; an earlier one without any sheet was before the company had people to appraise. */
export function openQuarters(period: string, { withSheets, closed }: Pick<PeriodState, 'withSheets' | 'closed'>): readonly string[] {
  const quarters = quartersOf(period);
  return quarters.filter((quarter) => !closed.includes(quarter) && (withSheets.includes(quarter) || quarter === quarters.at(-1)));
}

type Listed = Pick<Honour, 'honour' | 'scope' | 'period' | 'ruleId' | 'ranking'>;

export function proposeHonour(id: string, listed: Listed, of: { by: string; today: LocalDate }): Honour {
  const begun = { id, version: 0, state: 'PROPOSED' as const, confirmedBy: null, confirmedOn: null, note: null };
  return { ...begun, ...listed, hash: hashOf(listed), proposedBy: of.by, proposedOn: of.today };
}

/** The list computed once more, while it is not confirmed; the same list stays as it was proposed. */
export function proposeAgain(honour: Honour, listed: Listed, of: { by: string; today: LocalDate }): Honour {
  refuseConfirmed(honour);
  if (hashOf(listed) === honour.hash) return honour;
  return { ...honour, ...listed, hash: hashOf(listed), proposedBy: of.by, proposedOn: of.today };
}

/** hr confirms the list as it stands: nobody confirms his own honour, and a list that has moved on since is proposed again first. */
export function confirmHonour(honour: Honour, current: Listed, of: { by: string; today: LocalDate; note: string | null }): Honour {
  refuseConfirmed(honour);
  if (hashOf(current) !== honour.hash) throw new DomainError('HONOUR_LIST_CHANGED', { period: honour.period });
  if (receiversOf(honour).some(({ employeeId }) => employeeId === of.by)) throw new DomainError('OWN_HONOUR');
  return { ...honour, state: 'CONFIRMED', confirmedBy: of.by, confirmedOn: of.today, note: of.note };
}

/** Throws AWARD_REVOKED, OWN_HONOUR, AWARD_REASON_MISSING or AWARD_WITHOUT_VIOLATION. `violationIds`: the severe ones since the period began. */
export function revokeAward(award: HonourAward, revocation: Revocation): HonourAward {
  const { by, reason, violationIds } = revocation;
  if (award.revocation) throw new DomainError('AWARD_REVOKED', { on: award.revocation.on }, 'awardId');
  if (by === award.employeeId) throw new DomainError('OWN_HONOUR');
  if ([...reason.trim()].length < LEAST_REASON) throw new DomainError('AWARD_REASON_MISSING', { least: LEAST_REASON }, 'reason');
  if (violationIds.length === 0) throw new DomainError('AWARD_WITHOUT_VIOLATION', { period: award.period }, 'awardId');
  return { ...award, revocation: { ...revocation, reason: reason.trim() } };
}

export const receiversOf = ({ ranking }: Pick<Honour, 'ranking'>): readonly RankingEntry[] => ranking.filter(({ receives }) => receives);

function hashOf({ honour, period, ruleId, ranking }: Listed): string {
  return canonicalHash({ honour, period, ruleId, ranking });
}

function refuseConfirmed({ state, honour, period, confirmedOn }: Honour): void {
  if (state === 'CONFIRMED') throw new DomainError('HONOUR_CONFIRMED', { honour, period, on: confirmedOn });
}

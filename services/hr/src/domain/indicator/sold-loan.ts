import type { LocalDate } from '@weilend/kernel';
import { daysBetween } from '@weilend/kernel';
import type { FactKind } from '../appraisal/indicator.js';

/**
 * A loan counts to the person who sold it: who stands as salesperson on its payout, for as long as it runs. A customer who
 * is given to a colleague later takes nothing with him, and a merged file moves no loan. What the loan owes, what of it is
 * late and what is non-performing is known as of every day, in whatever order the news come: each payment is a change on
 * its day, each judgement of the day end stands until the next. A loan that was paid in error never was; a loan that was
 * written off still counts as lost, or writing off would mend a rate.
 */
export interface SoldLoan {
  /** Id of the loan. */
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly customerId: string;
  readonly disbursedOn: LocalDate;
  readonly firstDueOn: LocalDate;
  /** First loan ever of its customer; no more when his files were merged and the other one had a loan before. */
  readonly first: boolean;
  readonly reversed: boolean;
  readonly writtenOffOn: LocalDate | null;
  /** Changes of the principal owed, in the order in which they were told. */
  readonly balances: readonly { readonly on: LocalDate; readonly fen: number }[];
  /** What day ends found, in the order in which they were told. */
  readonly standings: readonly Standing[];
}

export interface Standing {
  readonly on: LocalDate;
  readonly daysPastDue: number;
  readonly bucket: string;
  readonly loanClass: string;
}

/** A change that a day brings to a person's figures. */
export interface Claim {
  readonly kind: FactKind;
  readonly on: LocalDate;
  readonly value: number;
}

const NON_PERFORMING = ['SUBSTANDARD', 'DOUBTFUL', 'LOSS'];
/** Late by 30 days and more: with the first instalment among what is late, a first-payment default (首期违约). */
const DEFAULTED = ['M2_M3', 'M4_PLUS'];

export type LoanStart = Pick<SoldLoan, 'id' | 'employeeId' | 'customerId' | 'disbursedOn' | 'firstDueOn' | 'first'>;

export function startLoan(start: LoanStart, amountFen: number): SoldLoan {
  const nothing = { version: 0, reversed: false, writtenOffOn: null, standings: [] };
  return { ...start, ...nothing, balances: [{ on: start.disbursedOn, fen: amountFen }] };
}

/** The loan owes so much from that day on, as far as is known. */
export function owes(loan: SoldLoan, on: LocalDate, outstandingFen: number): SoldLoan {
  const known = loan.balances.reduce((sum, { fen }) => sum + fen, 0);
  return outstandingFen === known ? loan : { ...loan, balances: [...loan.balances, { on, fen: outstandingFen - known }] };
}

export const stands = (loan: SoldLoan, standing: Standing): SoldLoan => ({ ...loan, standings: [...loan.standings, standing] });

/** All that the loan does to the figures of who sold it, by day. */
export function claimsOf(loan: SoldLoan): Claim[] {
  if (loan.reversed) return [];
  const claims: Claim[] = [];
  let before = { OUTSTANDING: 0, OVERDUE: 0, NON_PERFORMING: 0 };
  for (const on of daysOf(loan)) {
    const after = asOf(loan, on);
    for (const kind of ['OUTSTANDING', 'OVERDUE', 'NON_PERFORMING'] as const)
      if (after[kind] !== before[kind]) claims.push({ kind, on, value: after[kind] - before[kind] });
    before = after;
  }
  const on = defaultedOn(loan);
  return on === null ? claims : [...claims, { kind: 'FIRST_PAYMENT_DEFAULT', on, value: 1 }];
}

/** What has to be told so that the sum of all that was told is what the loan claims now. */
export function newClaims(before: SoldLoan | null, after: SoldLoan): Claim[] {
  const sums = new Map<string, Claim>();
  const add = (sign: number) => (claim: Claim) => {
    const key = `${claim.on} ${claim.kind}`;
    sums.set(key, { ...claim, value: (sums.get(key)?.value ?? 0) + sign * claim.value });
  };
  (before ? claimsOf(before) : []).forEach(add(-1));
  claimsOf(after).forEach(add(1));
  return [...sums.entries()]
    .filter(([, { value }]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, claim]) => claim);
}

/** What the loan owes at the end of a day, what of it is late, and what is non-performing. */
export function asOf(loan: SoldLoan, on: LocalDate): Record<'OUTSTANDING' | 'OVERDUE' | 'NON_PERFORMING', number> {
  const owed = loan.balances.reduce((sum, change) => (change.on <= on ? sum + change.fen : sum), 0);
  const isLost = loan.writtenOffOn !== null && loan.writtenOffOn <= on;
  const standing = standingOn(loan.standings, on);
  const isLate = isLost || (standing !== null && standing.bucket !== 'CURRENT');
  const isBad = isLost || (standing !== null && NON_PERFORMING.includes(standing.loanClass));
  return { OUTSTANDING: owed, OVERDUE: isLate ? owed : 0, NON_PERFORMING: isBad ? owed : 0 };
}

/** The latest judgement up to a day; of several about one day the one told last. */
function standingOn(standings: readonly Standing[], on: LocalDate): Standing | null {
  let found: Standing | null = null;
  for (const standing of standings) if (standing.on <= on && (found === null || standing.on >= found.on)) found = standing;
  return found;
}

function daysOf({ balances, standings, writtenOffOn }: SoldLoan): LocalDate[] {
  const days = [...balances, ...standings].map(({ on }) => on);
  return [...new Set(writtenOffOn ? [...days, writtenOffOn] : days)].sort();
}

/** The first day that found the first instalment 30 days late; null when it never was. */
function defaultedOn({ standings, firstDueOn }: SoldLoan): LocalDate | null {
  const days = standings
    .filter(({ on, daysPastDue, bucket }) => DEFAULTED.includes(bucket) && daysBetween(firstDueOn, on) <= daysPastDue)
    .map(({ on }) => on);
  return days.sort()[0] ?? null;
}

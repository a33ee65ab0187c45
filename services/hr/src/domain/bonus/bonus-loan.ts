import { quarterRange, quartersAfter } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { BonusFormula, LateBucket, WorseClass } from './formula.js';
import { LATE_BUCKETS, WORSE_CLASSES } from './formula.js';

/**
 * How a loan that somebody sold has fared since, as finance announced it: where it stands now, and the first day on which it was so late or of so bad
 * a class. What counts as bad is said by the formula of the bonus, so the days of every step are kept [5.3, 5.6]. A loan of which nothing was said is sound.
 */
export interface BonusLoan {
  /** The loan's own id. */
  readonly id: string;
  readonly version: number;
  /** Who sold it, as finance names him. */
  readonly employeeId: string;
  readonly bucket: 'CURRENT' | LateBucket;
  readonly loanClass: 'PASS' | WorseClass;
  readonly changedOn: LocalDate;
  /** First day of each lateness and class that it ever reached, the milder ones included. */
  readonly reached: Readonly<Partial<Record<LateBucket | WorseClass, LocalDate>>>;
  /** The payment was taken back: the loan is no more. */
  readonly reversedOn?: LocalDate | null;
}

export type LoanStatus = Pick<BonusLoan, 'employeeId' | 'bucket' | 'loanClass' | 'changedOn'>;

/** The loan with what was announced now; an older announcement only moves first days. */
export function noteStatus(loan: BonusLoan | null, id: string, status: LoanStatus): BonusLoan {
  const { bucket, loanClass, changedOn } = status;
  const steps = [...LATE_BUCKETS.slice(0, place(LATE_BUCKETS, bucket) + 1), ...WORSE_CLASSES.slice(0, place(WORSE_CLASSES, loanClass) + 1)];
  const reached: Partial<Record<LateBucket | WorseClass, LocalDate>> = { ...loan?.reached };
  for (const step of steps) {
    const first = reached[step];
    if (first === undefined || changedOn < first) reached[step] = changedOn;
  }
  const latest = loan && loan.changedOn > changedOn ? loan : status;
  return {
    ...{ id, version: loan?.version ?? 0, employeeId: latest.employeeId },
    ...{ bucket: latest.bucket, loanClass: latest.loanClass, changedOn: latest.changedOn, reached, reversedOn: loan?.reversedOn ?? null },
  };
}

/** The loan with its payment taken back; told again, the first day holds. */
export function noteReversal(
  loan: BonusLoan | null,
  id: string,
  of: Pick<BonusLoan, 'employeeId'> & { readonly on: LocalDate },
): BonusLoan {
  const sound = { version: 0, bucket: 'CURRENT', loanClass: 'PASS', changedOn: of.on, reached: {} } as const;
  const known: BonusLoan = loan ?? { ...sound, id, employeeId: of.employeeId };
  return { ...known, reversedOn: known.reversedOn ?? of.on };
}

/** True while the loan stands at what the formula calls bad, and when it is no more. */
export function isBad(loan: Pick<BonusLoan, 'bucket' | 'loanClass' | 'reversedOn'>, { bad }: Pick<BonusFormula, 'bad'>): boolean {
  return (
    Boolean(loan.reversedOn) ||
    place(LATE_BUCKETS, loan.bucket) >= place(LATE_BUCKETS, bad.bucket) ||
    place(WORSE_CLASSES, loan.loanClass) >= place(WORSE_CLASSES, bad.loanClass)
  );
}

/** The first day on which it was bad, or null. */
export function badSince({ reached }: Pick<BonusLoan, 'reached'>, { bad }: Pick<BonusFormula, 'bad'>): LocalDate | null {
  const days = [reached[bad.bucket], reached[bad.loanClass]].filter((day) => day !== undefined);
  return days.sort()[0] ?? null;
}

/** The day from which on a loan of a quarter is taken back, or null: it turned bad within the quarters that the formula names, or never was. */
export function clawedBackSince(
  loan: Pick<BonusLoan, 'reached' | 'reversedOn'>,
  quarter: string,
  formula: Pick<BonusFormula, 'bad' | 'clawback'>,
): LocalDate | null {
  if (loan.reversedOn) return loan.reversedOn;
  const since = badSince(loan, formula);
  if (since === null || formula.clawback.shareBps === 0) return null;
  return since <= quarterRange(quartersAfter(quarter, formula.clawback.quarters)).to ? since : null;
}

function place(order: readonly string[], name: string): number {
  return order.indexOf(name);
}

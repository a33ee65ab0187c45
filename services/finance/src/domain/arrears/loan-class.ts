import { proportion, rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';

// The five classes of loans (五级分类): by days past due, or worse when a person says so. The last three are non-performing (不良). Each class has a
// rate of provision (拨备) on what is still owed. Days and rates are parameters of the day.

export const LOAN_CLASSES = ['PASS', 'SPECIAL_MENTION', 'SUBSTANDARD', 'DOUBTFUL', 'LOSS'] as const;
/** 正常, 关注, 次级, 可疑, 损失. */
export type LoanClass = (typeof LOAN_CLASSES)[number];

export interface ClassPolicy {
  /** First day past due of each class but the first: classification.*-from. */
  readonly from: Readonly<Record<Exclude<LoanClass, 'PASS'>, number>>;
  /** Share of the outstanding principal: provision.*. */
  readonly provision: Readonly<Record<LoanClass, Rate>>;
}

/** By days alone. */
export function classOfDays(days: number, { from }: ClassPolicy): LoanClass {
  return LOAN_CLASSES.findLast((loanClass) => loanClass === 'PASS' || days >= from[loanClass]) ?? 'PASS';
}

/** A person may see it worse than the days do, never better. */
export function worseClass(left: LoanClass, right: LoanClass | null): LoanClass {
  return right !== null && LOAN_CLASSES.indexOf(right) > LOAN_CLASSES.indexOf(left) ? right : left;
}

export const isNonPerforming = (loanClass: LoanClass): boolean => LOAN_CLASSES.indexOf(loanClass) >= LOAN_CLASSES.indexOf('SUBSTANDARD');

export function provisionFen(loanClass: LoanClass, outstandingFen: Fen, { provision }: ClassPolicy): Fen {
  return proportion(outstandingFen, { numerator: rateToScaled(provision[loanClass]), denominator: RATE_SCALE }, 'HALF_UP');
}

/** Days past due at which a class begins: the days on which a loan that is not paid changes its class. */
export const classDays = ({ from }: ClassPolicy): readonly number[] => Object.values(from);

import { DomainError, fen, formatYuan, proportion, rateToScaled, RATE_SCALE, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { scheduleOver } from '../schedule/build-schedule.js';
import { restShares } from '../schedule/rest-shares.js';
import type { ScheduleRow } from '../schedule/terms.js';
import { accruedOwedFen, earlyFeeFen, withEarlyFee } from './early-settlement.js';
import { ageLoan } from './age-loan.js';
import { interestOwedFen, principalOwedFen, unpaidInstalment } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import { feesOwedFen, penaltyOwedFen } from './loan.js';
import type { Loan } from './loan.js';
import { isRescheduled } from './schedule-version.js';
import type { Purse } from './spend.js';

// Repaying a part of the principal before it is due (提前部分还款): the interest of the days so far is paid with it, and the rest of the loan is computed anew on
// what is left, on the same due days. The borrower chooses what becomes less: the number of instalments, or each of them. The days of the running
// period are charged once: those before on the old principal, those after on the new.

export const EARLY_MODES = ['SHORTER_TERM', 'SMALLER_INSTALMENT'] as const;
/** 缩短期限, 减少期供. */
export type EarlyMode = (typeof EARLY_MODES)[number];

export interface EarlyWish {
  readonly on: LocalDate;
  readonly mode: EarlyMode;
}

/** Least money that repays any principal early, when all that is due is paid. */
export function leastEarlyFen(loan: Loan, on: LocalDate): Fen {
  const running = loan.rows.find((row) => row.dueOn > on);
  return running ? accruedOwedFen(loan, running, on) + 1 : 0;
}

/** Throws DomainError EARLY_REPAYMENT_TOO_SMALL when a payment that was to repay principal early did not reach so far. */
export function checkRepaidEarly(before: Loan, after: Loan, on: LocalDate): void {
  if (after.state === 'SETTLED' || isRescheduled(before, after)) return;
  const aged = ageLoan(before, on);
  const dueFen = sumFen(aged.rows.filter((row) => row.dueOn <= on).map((row) => fen(interestOwedFen(row) + principalOwedFen(row))));
  const owedFen = fen(feesOwedFen(aged) + penaltyOwedFen(aged) + dueFen + leastEarlyFen(aged, on) - aged.creditFen);
  throw new DomainError('EARLY_REPAYMENT_TOO_SMALL', { least: formatYuan(owedFen) }, 'amount');
}

/** Takes all of the purse, when it is enough; the rows as they are when it is not. All that is due is paid, and the money does not settle the loan. */
export function repayEarly(loan: Loan, { on, mode }: EarlyWish, purse: Purse): Pick<Loan, 'rows' | 'fees'> {
  if (purse.left() < leastEarlyFen(loan, on)) return loan;
  const past = loan.rows.filter((row) => row.dueOn <= on);
  const coming = loan.rows.filter((row) => row.dueOn > on);
  const [running] = coming;
  if (!running) return loan;
  const interestFen = purse.take(accruedOwedFen(loan, running, on));
  const principalFen = purse.take(withoutFeeFen(loan, purse.left()));
  const fees = withEarlyFee(loan.fees, purse.take(earlyFeeFen(loan, principalFen)));
  const paid = prepayment(coming, { on, interestFen, principalFen });
  const rest = restOf(loan, coming, on, paid.balanceFen);
  const amountFen = mode === 'SHORTER_TERM' ? amountKept(loan, coming) : null;
  const rows = scheduleOver(rest, amountFen).map(unpaidInstalment);
  return { fees, rows: [...past, paid, ...rows].map((row, place) => ({ ...row, no: place + 1 })) };
}

/** Most principal that money can repay together with the fee on it. */
function withoutFeeFen(loan: Loan, moneyFen: Fen): Fen {
  const rate = rateToScaled(loan.servicing.earlyRepaymentFeeRate);
  const most = proportion(moneyFen, { numerator: RATE_SCALE, denominator: RATE_SCALE + rate }, 'DOWN');
  return most + earlyFeeFen(loan, most) > moneyFen ? fen(most - 1) : most;
}

/** The row of what is repaid now, with what older rules let be paid ahead of its day. */
function prepayment(coming: readonly LoanInstalment[], now: { on: LocalDate; interestFen: Fen; principalFen: Fen }): LoanInstalment {
  const principalFen = fen(now.principalFen + sumFen(coming.map((row) => row.principalPaidFen)));
  const interestFen = fen(now.interestFen + sumFen(coming.map((row) => row.interestPaidFen)));
  return {
    ...{ no: 0, dueOn: now.on, principalFen, interestFen, totalFen: fen(principalFen + interestFen) },
    balanceFen: fen(sumFen(coming.map((row) => row.principalFen)) - principalFen),
    ...{ principalPaidFen: principalFen, interestPaidFen: interestFen, interestWaivedFen: 0, billed: true, kind: 'PREPAYMENT' },
  };
}

function restOf(loan: Loan, coming: readonly ScheduleRow[], on: LocalDate, principalFen: Fen) {
  const boundary = loan.rows.findLast((row) => row.dueOn <= on && row.kind === undefined && row.dueOn > loan.scheduleFrom);
  const grid = { dayCount: loan.dayCount, monthEnd: loan.monthEnd, dueDays: coming.map((row) => row.dueOn) };
  const shares = restShares({ ...grid, periodStartOn: boundary?.dueOn ?? loan.scheduleFrom, isFirst: boundary === undefined }, on);
  const repaysEarlier = loan.method === 'EQUAL_INSTALMENT' || loan.method === 'EQUAL_PRINCIPAL';
  const terms = {
    ...{ principalFen, annualRate: loan.annualRate, method: loan.method, rounding: loan.rounding, periods: coming.length },
    instalmentMultipleFen: loan.method === 'EQUAL_INSTALMENT' ? loan.instalmentMultipleFen : 1,
    principalGracePeriods: repaysEarlier ? graceLeft(coming) : 0,
    ...{ interestGracePeriods: 0, evenLastInstalment: false },
  };
  return { terms, periods: coming, shares };
}

/** First periods that repay nothing yet; the last one always repays. */
function graceLeft(coming: readonly ScheduleRow[]): number {
  return coming.findIndex((row, place) => row.principalFen > 0 || place === coming.length - 1);
}

/** The level instalment, or the principal of a period, that goes on as before; nothing for methods whose principal is due at the end. */
function amountKept({ method }: Loan, coming: readonly LoanInstalment[]): Fen | null {
  const usual = coming.find((row, place) => row.principalFen > 0 && row.carriedFen === undefined && place > 0) ?? coming[0];
  if (method === 'EQUAL_INSTALMENT') return usual?.totalFen ?? null;
  return method === 'EQUAL_PRINCIPAL' ? (usual?.principalFen ?? null) : null;
}

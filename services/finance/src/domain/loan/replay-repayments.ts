import { invariant } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import type { Method, ScheduleRow } from '../schedule/terms.js';
import { applyRepayment, earlierOf } from './apply-repayment.js';
import type { Allocation } from './apply-repayment.js';
import { ageLoan } from './age-loan.js';
import { EARLY_FEE_CODE } from './early-settlement.js';
import type { EarlyMode } from './early-repayment.js';
import { unpaidInstalment } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import type { Loan } from './loan.js';
import { loanMachine } from './loan.machine.js';
import { restructureLoan } from './restructure.js';
import type { RestructurePolicy, RestructureTerms } from './restructure.js';
import { writeOffLoan } from './write-off.js';

// What a loan would be had its payments been other ones: when a payment arrives with an earlier date, or one is taken back, everything that happened to
// the loan is done once more from the first day, in the order of the dates. Nothing is patched, so the result is the one that the right order would
// have given.

export interface MadeRepayment {
  readonly id: string;
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly early: EarlyMode | null;
}

/** What happened to a loan; days do the rest. */
export type LoanAct =
  | ({ readonly kind: 'REPAYMENT' } & MadeRepayment)
  | { readonly kind: 'RESTRUCTURE'; readonly on: LocalDate; readonly terms: RestructureTerms; readonly policy: RestructurePolicy }
  | { readonly kind: 'WRITE_OFF'; readonly on: LocalDate };

/** The schedule of the payment, which restructures and early repayments have replaced since. */
export interface OriginalSchedule {
  readonly annualRate: Rate;
  readonly penaltyRate: Rate;
  readonly uncutPenaltyRate: Rate;
  readonly method: Method;
  readonly rows: readonly ScheduleRow[];
}

export interface Replay {
  readonly loan: Loan;
  /** How a payment is spread; nothing for one that was not made. */
  readonly allocationOf: (id: string) => Allocation;
}

const dayOf = (act: LoanAct): LocalDate => (act.kind === 'REPAYMENT' ? act.paidOn : act.on);

/** The loan after these acts and no others; acts of one day keep the order in which they are given. */
export function replayRepayments(loan: Loan, acts: readonly LoanAct[], today: LocalDate, original: OriginalSchedule = loan): Replay {
  const allocations = new Map<string, Allocation>();
  let replayed = asPaidOut(loan, original);
  for (const act of [...acts].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))) {
    // With other payments it may have been settled before.
    if (act.kind !== 'REPAYMENT' && replayed.state !== 'ACTIVE') continue;
    if (act.kind === 'RESTRUCTURE') replayed = restructureLoan(replayed, act.on, act.terms, act.policy);
    else if (act.kind === 'WRITE_OFF') replayed = writeOffLoan(replayed, act.on);
    else {
      const outcome = applyRepayment(replayed, act.amountFen, { paidOn: act.paidOn, today, early: act.early });
      allocations.set(act.id, outcome.allocation);
      replayed = outcome.loan;
    }
  }
  const counted = ageLoan(replayed, loan.agedOn);
  invariant(counted.principalFen === loan.principalFen, 'a replay is of the same loan');
  const { manualClass, watchUntil, scheduleNo } = loan;
  // Tonight's day end classifies it anew.
  const nextChangeOn = counted.writeOff ? null : earlierOf(loan.nextChangeOn, today);
  const replayedLoan = { ...counted, ...{ manualClass, watchUntil, scheduleNo, nextChangeOn }, rows: billedAs(loan, counted.rows) };
  return { loan: replayedLoan, allocationOf: (id) => allocations.get(id) ?? NOTHING };
}

const NOTHING: Allocation = {
  feeFen: 0,
  penaltyFen: 0,
  interestFen: 0,
  principalFen: 0,
  creditUsedFen: 0,
  creditFen: 0,
  interestWaivedFen: 0,
};

/** Due days that have been closed stay closed, whichever rows fall on them now. */
function billedAs(loan: Loan, rows: readonly LoanInstalment[]): readonly LoanInstalment[] {
  const through = loan.rows.findLast((row) => row.billed && row.kind === undefined)?.dueOn;
  return rows.map((row) => ({ ...row, billed: row.kind !== undefined || (through !== undefined && row.dueOn <= through) }));
}

/** As it was paid out. What the day ends have classified and provided for stays until the next one. */
function asPaidOut(loan: Loan, original: OriginalSchedule): Loan {
  return {
    ...loan,
    state: loanMachine.initial,
    ...{ annualRate: original.annualRate, method: original.method },
    ...{ penaltyRate: original.penaltyRate, uncutPenaltyRate: original.uncutPenaltyRate },
    ...{ penaltyBeforeFen: 0, penaltyCutBeforeFen: 0 },
    fees: loan.fees.filter((fee) => fee.code !== EARLY_FEE_CODE).map((fee) => ({ ...fee, paidFen: 0 })),
    rows: original.rows.map(unpaidInstalment),
    scheduleFrom: loan.disbursedOn,
    restructures: 0,
    outstandingFen: loan.principalFen,
    creditFen: 0,
    receivedFen: 0,
    settledOn: null,
    overdueFenDays: 0,
    agedOn: loan.disbursedOn,
    penaltyPaidFen: 0,
    writeOff: null,
  };
}

import { fen, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { applyRepayment } from './apply-repayment.js';
import { checkRepaidEarly } from './early-repayment.js';
import type { EarlyWish } from './early-repayment.js';
import type { LoanInstalment } from './instalment.js';
import type { Loan } from './loan.js';
import { restructureLoan } from './restructure.js';
import type { RestructurePolicy, RestructureTerms } from './restructure.js';

// What would become of a loan, before anybody decides (试算): the same functions that do it later, on a copy.

export interface LoanPreview {
  readonly rows: readonly LoanInstalment[];
  readonly outstandingFen: Fen;
  /** Interest from that day on: of the schedule in force, and of the new one. */
  readonly interestBeforeFen: Fen;
  readonly interestAfterFen: Fen;
  /** Of the first instalment that is still to come; 0 when nothing is. */
  readonly nextInstalmentFen: Fen;
  readonly maturesOn: LocalDate | null;
}

/** Throws DomainError REPAYMENT_AMOUNT_INVALID, REPAYMENT_DATE_INVALID or EARLY_REPAYMENT_TOO_SMALL. */
export function previewEarlyRepayment(loan: Loan, amountFen: Fen, { on, mode }: EarlyWish): LoanPreview {
  const { loan: after } = applyRepayment(loan, amountFen, { paidOn: on, today: on, early: mode });
  checkRepaidEarly(loan, after, on);
  return previewOf(loan, after, on);
}

/** Terms that `restructureProblems` objects to are the caller's to refuse. */
export function previewRestructure(loan: Loan, on: LocalDate, terms: RestructureTerms, policy: RestructurePolicy): LoanPreview {
  return previewOf(loan, restructureLoan(loan, on, terms, policy), on);
}

function previewOf(before: Loan, after: Loan, on: LocalDate): LoanPreview {
  const coming = (loan: Loan): readonly LoanInstalment[] => loan.rows.filter((row) => row.dueOn > on);
  const interestFen = (loan: Loan): Fen =>
    sumFen(coming(loan).map((row) => fen(row.interestFen - row.interestWaivedFen - row.interestPaidFen)));
  const left = after.state === 'ACTIVE' ? coming(after) : [];
  return {
    rows: after.rows,
    outstandingFen: after.outstandingFen,
    interestBeforeFen: interestFen(before),
    interestAfterFen: interestFen(after),
    nextInstalmentFen: left[0]?.totalFen ?? 0,
    maturesOn: left.at(-1)?.dueOn ?? null,
  };
}

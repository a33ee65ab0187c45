import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { loanDifferences, orphanDifferences } from '../../domain/ledger/check-books.js';
import type { Difference } from '../../domain/ledger/check-books.js';
import type { Loan } from '../../domain/loan/loan.js';
import { Ledger } from '../../persistence/ledger.repository.js';
import { Loans } from '../../persistence/loan.repository.js';

export interface CheckedLoans {
  readonly loans: number;
  readonly customerIds: readonly string[];
  readonly differences: readonly Difference[];
}

/** Loans against their entries, read in one transaction, so that an act in between cannot look like a difference. */
@Injectable()
export class LoanCheck {
  constructor(
    private readonly loans: Loans,
    private readonly ledger: Ledger,
  ) {}

  /** Loans whose entries are named; entries without a loan are told. */
  async ofStreams(streams: readonly string[], tx: Tx): Promise<CheckedLoans> {
    const loans = await this.loans.byIds(streams, tx);
    const sums = await this.ledger.sumsOf(streams, tx);
    const known = new Set(loans.map((loan) => loan.id));
    const orphans = [...sums].flatMap(([stream, sum]) => (known.has(stream) ? [] : orphanDifferences(stream, sum)));
    return checked(loans, [...loans.flatMap((loan) => loanDifferences(loan, sums.get(loan.id))), ...orphans]);
  }

  /** Loans in the order of their ids; `last` is null when none is left. */
  async after(loanId: string, limit: number, tx: Tx): Promise<CheckedLoans & { readonly last: string | null }> {
    const loans = await this.loans.after(loanId, limit, tx);
    const ids = loans.map((loan) => loan.id);
    const sums = await this.ledger.sumsOf(ids, tx);
    const differences = loans.flatMap((loan) => loanDifferences(loan, sums.get(loan.id)));
    return { ...checked(loans, differences), last: ids.at(-1) ?? null };
  }
}

const checked = (loans: readonly Loan[], differences: readonly Difference[]): CheckedLoans => ({
  loans: loans.length,
  customerIds: [...new Set(loans.map((loan) => loan.customerId))],
  differences,
});

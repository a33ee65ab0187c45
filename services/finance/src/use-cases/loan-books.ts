import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { headOf, makeEntry } from '../domain/ledger/journal.js';
import type { ChainHead, JournalEntry, JournalLine } from '../domain/ledger/journal.js';
import { disbursementLines } from '../domain/ledger/postings.js';
import type { RepaymentOutcome } from '../domain/loan/apply-repayment.js';
import type { Loan } from '../domain/loan/loan.js';
import { Ledger } from '../persistence/ledger.repository.js';
import { Loans } from '../persistence/loan.repository.js';
import { BorrowerExposures } from './borrower-exposures.js';

/** A loan, its ledger entries and its borrower's balance always change together [4.19, 7.3]. */
@Injectable()
export class LoanBooks {
  constructor(
    private readonly loans: Loans,
    private readonly ledger: Ledger,
    private readonly exposures: BorrowerExposures,
    private readonly clock: BusinessClock,
  ) {}

  /** Money went out: the loan begins. Says whether it is the borrower's first. */
  async paidOut(loan: Loan, tx: Tx): Promise<{ loan: Loan; firstLoan: boolean }> {
    const firstLoan = await this.exposures.lend(loan.customerId, loan.principalFen, tx);
    const chain = await this.append(
      loan,
      { kind: 'DISBURSEMENT', idemKey: `disbursement:${loan.contractId}`, lines: disbursementLines(loan) },
      tx,
    );
    return { loan: await this.loans.insert({ ...loan, chain }, tx), firstLoan };
  }

  /** Money came back. */
  async repaid({ loan, allocation }: RepaymentOutcome, booking: { idemKey: string; lines: readonly JournalLine[] }, tx: Tx): Promise<void> {
    await this.exposures.repay(loan.customerId, allocation.principalFen, tx);
    const chain = await this.append(loan, { kind: 'REPAYMENT', ...booking }, tx);
    await this.loans.save({ ...loan, chain }, tx);
  }

  private async append(loan: Loan, booking: Pick<JournalEntry, 'kind' | 'idemKey' | 'lines'>, tx: Tx): Promise<ChainHead> {
    const entry = makeEntry(loan.chain, { id: newId('jnl'), ...booking, businessDate: this.clock.today(), stream: loan.id });
    await this.ledger.append(entry, this.clock.now(), tx);
    return headOf(entry);
  }
}

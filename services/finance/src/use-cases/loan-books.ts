import { Injectable } from '@nestjs/common';
import { BusinessClock, fen, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { headOf, makeEntry } from '../domain/ledger/journal.js';
import type { ChainHead, JournalEntry } from '../domain/ledger/journal.js';
import { linesBetween } from '../domain/loan/loan-book.js';
import type { Loan } from '../domain/loan/loan.js';
import { onBooksFen } from '../domain/loan/write-off.js';
import { LateLoans } from '../persistence/late-loan.repository.js';
import { Ledger } from '../persistence/ledger.repository.js';
import { Loans } from '../persistence/loan.repository.js';
import { BorrowerExposures } from './borrower-exposures.js';

/** What an entry is made for, once. */
type Booking = Pick<JournalEntry, 'kind' | 'idemKey'>;

/** A loan, its ledger entries and its borrower's balance always change together [4.19, 7.3]. */
@Injectable()
export class LoanBooks {
  constructor(
    private readonly loans: Loans,
    private readonly ledger: Ledger,
    private readonly exposures: BorrowerExposures,
    private readonly lateLoans: LateLoans,
    private readonly clock: BusinessClock,
  ) {}

  /** Money went out: the loan begins. Says whether it is the borrower's first. */
  async paidOut(loan: Loan, tx: Tx): Promise<{ loan: Loan; firstLoan: boolean }> {
    const firstLoan = await this.exposures.lend(loan, loan.principalFen, tx);
    const chain = await this.append(null, loan, { kind: 'DISBURSEMENT', idemKey: `disbursement:${loan.contractId}` }, tx);
    return { loan: await this.loans.insert({ ...loan, chain }, tx), firstLoan };
  }

  /** The money came back as if it had never left: once per contract. */
  async reversed(before: Loan, after: Loan, tx: Tx): Promise<void> {
    await this.exposures.takeBack(before, before.outstandingFen, tx);
    await this.lateLoans.forget(before.id, tx);
    const idemKey = `disbursement-reversal:${before.contractId}`;
    const chain = await this.append(before, after, { kind: 'REVERSAL', idemKey }, tx);
    await this.loans.save({ ...after, chain }, tx);
  }

  /** The loan has become another one: principal that came back or is owed again, and every amount that moved. */
  async changed(before: Loan, after: Loan, booking: Booking, tx: Tx): Promise<Loan> {
    await this.exposures.repay(after, fen(onBooksFen(before) - onBooksFen(after)), tx);
    const chain = await this.append(before, after, booking, tx);
    return this.loans.save({ ...after, chain }, tx);
  }

  /** The end of the loan's chain; unchanged when no amount moved. */
  private async append(before: Loan | null, after: Loan, booking: Booking, tx: Tx): Promise<ChainHead> {
    const lines = linesBetween(before, after);
    if (lines.length === 0) return after.chain;
    const entry = makeEntry(after.chain, { id: newId('jnl'), ...booking, businessDate: this.clock.today(), stream: after.id, lines });
    await this.ledger.append(entry, this.clock.now(), tx);
    return headOf(entry);
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { ClassCause } from '../../domain/arrears/class-change.js';
import type { DayClose } from '../../domain/loan/close-day.js';
import type { Loan } from '../../domain/loan/loan.js';
import { lateLoan } from '../../domain/portfolio/late-loan.js';
import { ClassChanges } from '../../persistence/class-change.repository.js';
import { LateLoans } from '../../persistence/late-loan.repository.js';
import { LoanBooks } from '../loan-books.js';
import { statusChanged } from '../run-day-end/day-end-books.js';

export interface JudgementFacts {
  readonly cause: ClassCause;
  readonly reason: string;
  readonly by: string;
  readonly idemKey: string;
}

/** A class that a person has set: the loan with its provision, the ledger, the history and the news, together [7.4]. */
@Injectable()
export class LoanJudgements {
  constructor(
    private readonly books: LoanBooks,
    private readonly changes: ClassChanges,
    private readonly lateLoans: LateLoans,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  async save(before: Loan, { loan, change }: DayClose, { idemKey, ...facts }: JudgementFacts, tx: Tx): Promise<Loan> {
    const on = this.clock.today();
    const saved = await this.books.changed(before, loan, { kind: 'CLASSIFICATION', idemKey }, tx);
    if (!change) return saved;
    const late = lateLoan(before, loan);
    if (late) await this.lateLoans.note([late], tx);
    const { previousClass: from, loanClass: to, daysPastDue } = change;
    if (from !== to) await this.changes.add([{ loanId: loan.id, on, from, to, daysPastDue, ...facts }], tx);
    await this.outbox.addMany([statusChanged(saved, change, on)], tx);
    return saved;
  }
}

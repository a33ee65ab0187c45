import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Leases, UnitOfWork } from '@weilend/mongo';
import type { Lease } from '@weilend/mongo';
import { headOf, makeEntry } from '../../domain/ledger/journal.js';
import { closeDay } from '../../domain/loan/close-day.js';
import type { DayPolicy } from '../../domain/loan/close-day.js';
import { linesBetween } from '../../domain/loan/loan-book.js';
import type { Loan } from '../../domain/loan/loan.js';
import { Loans } from '../../persistence/loan.repository.js';
import { DayEndBooks, statusChanged } from './day-end-books.js';
import type { ClosedDay, FailedDay } from './day-end-books.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
/** Loans of one transaction: enough to make commands worth their way, few enough to be done in a fraction of a second. */
const BATCH = 500;

/** With the place in the chain, because a loan that is paid while its day is being closed is closed once more. */
const dayEndKey = (loan: Loan, on: LocalDate): string => `day-end:${loan.id}:${on}:${loan.chain.no + 1}`;

export interface DayEndPart {
  readonly on: LocalDate;
  readonly part: number;
  readonly policy: DayPolicy;
}

/**
 * Closes a day for some loans of one part: loans, ledger entries and news of changes in one transaction, fenced by the part's lease. What was closed is
 * not due any more, so that a day end that dies is gone on with by whoever comes next and nothing happens twice.
 */
@Injectable()
export class CloseBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: Leases,
    private readonly loans: Loans,
    private readonly books: DayEndBooks,
    private readonly clock: BusinessClock,
  ) {}

  /** Closes at most `limit` loans; true when nothing of the part is left. */
  execute(part: DayEndPart, lease: Lease, limit = BATCH): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'close-day' }, async (tx) => {
      await this.leases.guard(lease, tx);
      if (!(await this.books.isOpen(part, tx))) return true;
      const due = await this.loans.dueForDayEnd({ ...part, limit }, tx);
      const outcomes = due.map((loan) => this.close(loan, part));
      const closed = outcomes.filter((outcome) => 'after' in outcome);
      const failed = outcomes.filter((outcome) => 'reason' in outcome);
      await this.loans.saveDayEnd(closed, tx);
      for (const { before } of failed) await this.loans.putOff(before, addDays(part.on, 1), tx);
      await this.books.post({ part, closed, failed, done: due.length < limit, at: this.clock.now() }, tx);
      return due.length < limit;
    });
  }

  /** Sets aside the first loan that is due: what it made could not be written, and the others wait behind it. */
  async setAsideFirst(part: DayEndPart, lease: Lease, reason: string): Promise<void> {
    await this.work.run({ actor: ACTOR, operation: 'close-day' }, async (tx) => {
      await this.leases.guard(lease, tx);
      const [before] = await this.loans.dueForDayEnd({ ...part, limit: 1 }, tx);
      if (!before || !(await this.books.isOpen(part, tx))) return;
      await this.loans.putOff(before, addDays(part.on, 1), tx);
      await this.books.post({ part, closed: [], failed: [{ before, reason }], done: false, at: this.clock.now() }, tx);
    });
  }

  /** Every part is closed: so is the day. */
  async end(on: LocalDate): Promise<void> {
    await this.work.run({ actor: ACTOR, operation: 'close-day' }, (tx) => this.books.end(on, tx));
  }

  /** One loan that cannot be closed is set aside with the reason and never stops the others. */
  private close(loan: Loan, { on, policy }: DayEndPart): ClosedDay | FailedDay {
    try {
      const { loan: closed, change } = closeDay(loan, on, policy);
      const news = change && statusChanged(closed, change, on);
      const lines = linesBetween(loan, closed);
      if (lines.length === 0) return { before: loan, after: closed, entry: null, news };
      const draft = { id: newId('jnl'), kind: 'DAY_END', idemKey: dayEndKey(loan, on), businessDate: on, stream: loan.id } as const;
      const entry = makeEntry(loan.chain, { ...draft, lines });
      return { before: loan, after: { ...closed, chain: headOf(entry) }, entry, news };
    } catch (error) {
      return { before: loan, reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

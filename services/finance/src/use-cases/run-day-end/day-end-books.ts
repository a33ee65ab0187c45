import { Injectable } from '@nestjs/common';
import { financeEvents } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { daysPastDue } from '../../domain/arrears/past-due.js';
import type { JournalEntry } from '../../domain/ledger/journal.js';
import type { StatusChange } from '../../domain/loan/close-day.js';
import type { Loan } from '../../domain/loan/loan.js';
import { ClassChanges } from '../../persistence/class-change.repository.js';
import type { NewClassChange } from '../../persistence/class-change.repository.js';
import { lateLoan } from '../../domain/portfolio/late-loan.js';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { LateLoans } from '../../persistence/late-loan.repository.js';
import { Ledger } from '../../persistence/ledger.repository.js';
import { BorrowerExposures } from '../borrower-exposures.js';

export interface ClosedDay {
  readonly before: Loan;
  readonly after: Loan;
  readonly entry: JournalEntry | null;
  readonly news: OutgoingEvent | null;
}

export type FailedDay = { readonly before: Loan; readonly reason: string };

export interface DayEndPosting {
  readonly part: { readonly on: LocalDate; readonly part: number };
  readonly closed: readonly ClosedDay[];
  readonly failed: readonly FailedDay[];
  readonly done: boolean;
  readonly at: Date;
}

const STATUS_CHANGED = 'finance.loan-status-changed.v1';
/** All days are one subject: they are told in their order. */
const DAYS_SUBJECT = 'day_00000000000000000000000000';

/** What a batch leaves behind besides the loans: ledger entries, news, counts, and those that were set aside. */
@Injectable()
export class DayEndBooks {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly dayEnds: DayEnds,
    private readonly exposures: BorrowerExposures,
    private readonly classes: ClassChanges,
    private readonly lateLoans: LateLoans,
  ) {}

  /** False when another worker has closed the part meanwhile. */
  isOpen(part: DayEndPosting['part'], tx: Tx): Promise<boolean> {
    return this.dayEnds.isPartOpen(part, tx);
  }

  /** Closes the day and announces it, once whoever came to its end at the same time. */
  async end(on: LocalDate, tx: Tx): Promise<void> {
    if (await this.dayEnds.close(on, tx)) await this.outbox.add(event('finance.day-ended.v1', DAYS_SUBJECT, { businessDate: on }), tx);
  }

  async post({ part, closed, failed, done, at }: DayEndPosting, tx: Tx): Promise<void> {
    const entries = closed.flatMap(({ entry }) => (entry ? [entry] : []));
    const news = closed.flatMap((one) => (one.news ? [one.news] : []));
    await this.ledger.appendMany(entries, at, tx);
    await this.outbox.addMany(news, tx);
    await this.classes.add(
      closed.flatMap(({ before, after }) => classChange(before, after, part.on)),
      tx,
    );
    await this.lateLoans.note(
      closed.flatMap(({ before, after }) => lateLoan(before, after) ?? []),
      tx,
    );
    for (const { before, after } of closed) {
      const repaidFen = before.outstandingFen - after.outstandingFen;
      if (repaidFen !== 0) await this.exposures.repay(after, repaidFen, tx);
    }
    for (const { before, reason } of failed) {
      await this.dayEnds.setAside({ _id: `${part.on}:${before.id}`, on: part.on, loanId: before.id, reason, at }, tx);
    }
    const figures = { loans: closed.length, entries: entries.length, events: news.length, setAside: failed.length };
    await this.dayEnds.count(part, figures, done, tx);
  }
}

/** A line of the history, when the class is another one. */
function classChange(before: Loan, after: Loan, on: LocalDate): NewClassChange[] {
  const { loanClass: from } = before;
  const { id: loanId, loanClass: to } = after;
  const cause = { cause: 'DAY_END' as const, reason: null, by: 'service:finance' };
  return from === to ? [] : [{ loanId, on, from, to, daysPastDue: daysPastDue(after.overdueSince, on), ...cause }];
}

/** The news of a loan that changed; throws when it is not what the contract says, so that such a loan is set aside by itself. */
export function statusChanged(loan: Loan, change: StatusChange, businessDate: LocalDate): OutgoingEvent {
  const { id: loanId, applicationId, customerId, salespersonId, outstandingFen: outstandingPrincipalFen } = loan;
  const facts = { loanId, applicationId, customerId, salespersonId, ...change, businessDate, outstandingPrincipalFen };
  return event(STATUS_CHANGED, loanId, financeEvents[STATUS_CHANGED].data.parse(facts));
}

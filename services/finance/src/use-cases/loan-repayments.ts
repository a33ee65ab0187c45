import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, fen, newId } from '@weilend/kernel';
import type { Actor, Fen, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { overdueOf } from '../domain/collection/overdue-amounts.js';
import { applyRepayment, checkPaidOn } from '../domain/loan/apply-repayment.js';
import type { Allocation } from '../domain/loan/apply-repayment.js';
import { checkRepaidEarly } from '../domain/loan/early-repayment.js';
import type { EarlyMode } from '../domain/loan/early-repayment.js';
import type { Loan } from '../domain/loan/loan.js';
import { checkTakesMoney } from '../domain/loan/reverse-loan.js';
import { replayRepayments } from '../domain/loan/replay-repayments.js';
import type { LoanAct } from '../domain/loan/replay-repayments.js';
import { standingOf } from '../domain/loan/standing.js';
import { DisbursementOrders } from '../persistence/disbursement-order.repository.js';
import { Repayments } from '../persistence/repayment.repository.js';
import { ScheduleHistory } from './schedule-history.js';

export interface ReceivedMoney {
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly channel: string;
  /** The channel's own number of the transaction: it is posted once. */
  readonly channelTransactionId: string;
  /** How the rest of the loan is to run when principal is repaid early; null when money beyond what is due stays credit. */
  readonly early: EarlyMode | null;
}

export interface Spread {
  readonly loan: Loan;
  readonly repaymentId: string;
  readonly allocation: Allocation;
  /** What is late today after it; 0 when nothing is. */
  readonly overdueFen: Fen;
}

/** The repayments of a loan and how they are spread: the rows are written here, the loan and its books by the caller [7.3]. */
@Injectable()
export class LoanRepayments {
  constructor(
    private readonly repayments: Repayments,
    private readonly history: ScheduleHistory,
    private readonly orders: DisbursementOrders,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Throws DomainError LOAN_REVERSED, INPUT_INVALID, REPAYMENT_ALREADY_RECORDED, RETURN_ALREADY_USED, REPAYMENT_AMOUNT_INVALID, REPAYMENT_DATE_INVALID,
   * REPAYMENT_BEFORE_WRITE_OFF or EARLY_REPAYMENT_TOO_SMALL.
   */
  async receive(actor: Actor, loan: Loan, received: ReceivedMoney, tx: Tx): Promise<Spread> {
    checkTakesMoney(loan);
    await this.checkNew(loan.id, received, tx);
    checkPaidOn(loan, { paidOn: received.paidOn, today: this.clock.today() });
    const repaymentId = newId('rpm');
    const { loan: spread, allocation } = await this.spread(loan, { id: repaymentId, ...received }, tx);
    if (received.early !== null) checkRepaidEarly(loan, spread, received.paidOn);
    const cause = received.paidOn >= loan.agedOn ? 'PREPAYMENT' : 'REPLAY';
    const after = await this.history.noted(loan, spread, { cause, effectiveOn: received.paidOn, restructure: null }, tx);
    const facts = { loanId: loan.id, applicationId: loan.applicationId, recordedBy: actorRef(actor), recordedAt: this.clock.now() };
    const outstandingAfterFen = after.outstandingFen;
    await this.repayments.insert(
      { id: repaymentId, version: 0, ...received, ...facts, ...allocation, outstandingAfterFen, reversal: null },
      tx,
    );
    return { loan: after, repaymentId, allocation, overdueFen: this.stillLateFen(after) };
  }

  private stillLateFen(loan: Loan): Fen {
    const today = this.clock.today();
    return standingOf(loan, today).overdueSince === null ? fen(0) : overdueOf(loan, today).totalFen;
  }

  /** Takes a repayment back: the loan as it would be without it. Throws DomainError NOT_FOUND, REPAYMENT_ALREADY_REVERSED or REPAYMENT_BEFORE_WRITE_OFF. */
  async takeBack(actor: Actor, loan: Loan, { repaymentId, reason }: { repaymentId: string; reason: string }, tx: Tx): Promise<Loan> {
    const repayment = await this.repayments.get(repaymentId, tx);
    if (repayment.loanId !== loan.id) throw new DomainError('NOT_FOUND', { noun: 'repayment', id: repaymentId });
    if (repayment.reversal) throw new DomainError('REPAYMENT_ALREADY_REVERSED', { repaymentId }, 'repaymentId');
    checkPaidOn(loan, { paidOn: repayment.paidOn, today: this.clock.today() });
    const reversal = { reason, reversedBy: actorRef(actor), reversedAt: this.clock.now() };
    await this.repayments.save({ ...repayment, reversal }, tx);
    const { loan: without } = await this.replay(loan, null, tx);
    return this.history.noted(loan, without, { cause: 'REPLAY', effectiveOn: repayment.paidOn, restructure: null }, tx);
  }

  private async spread(loan: Loan, payment: ReceivedMoney & { id: string }, tx: Tx): Promise<{ loan: Loan; allocation: Allocation }> {
    const { paidOn, early, amountFen } = payment;
    if (paidOn >= loan.agedOn) return applyRepayment(loan, amountFen, { paidOn, today: this.clock.today(), early });
    return this.replay(loan, payment, tx);
  }

  /** Writes down where a repayment is spread otherwise than before. */
  private async replay(loan: Loan, added: (ReceivedMoney & { id: string }) | null, tx: Tx) {
    const { original, acts } = await this.history.of(loan, tx);
    const all: readonly LoanAct[] = added ? [...acts, { kind: 'REPAYMENT', ...added }] : acts;
    const replay = replayRepayments(loan, all, this.clock.today(), original);
    for (const repayment of await this.repayments.standingOf(loan.id, tx)) {
      const next = { ...repayment, ...replay.allocationOf(repayment.id) };
      if (PARTS.some((part) => next[part] !== repayment[part])) await this.repayments.save(next, tx);
    }
    return { loan: replay.loan, allocation: replay.allocationOf(added?.id ?? '') };
  }

  /** Once by its channel; and on one loan a number stands once, whatever the channel is called. */
  private async checkNew(loanId: string, { channel, channelTransactionId }: ReceivedMoney, tx: Tx): Promise<void> {
    if (channel.trim() === '' || channelTransactionId.trim() === '') {
      throw new DomainError('INPUT_INVALID', { problem: 'channel and channelTransactionId are needed' }, 'channelTransactionId');
    }
    const known = await this.repayments.byTransaction(channel, channelTransactionId, tx);
    if (known ?? (await this.repayments.onLoan(loanId, channelTransactionId, tx))) {
      throw new DomainError('REPAYMENT_ALREADY_RECORDED', { channelTransactionId }, 'channelTransactionId');
    }
    const returned = await this.orders.reversedBy(channelTransactionId, tx);
    if (returned) {
      throw new DomainError('RETURN_ALREADY_USED', { bankReference: channelTransactionId, orderId: returned.id }, 'channelTransactionId');
    }
  }
}

const PARTS = ['feeFen', 'penaltyFen', 'interestFen', 'principalFen', 'creditUsedFen', 'creditFen', 'interestWaivedFen'] as const;

import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor, Fen, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { applyRepayment, checkPaidOn } from '../domain/loan/apply-repayment.js';
import type { Allocation } from '../domain/loan/apply-repayment.js';
import type { Loan } from '../domain/loan/loan.js';
import { replayRepayments } from '../domain/loan/replay-repayments.js';
import { Repayments } from '../persistence/repayment.repository.js';
import type { Repayment } from '../persistence/repayment.repository.js';

export interface ReceivedMoney {
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly channel: string;
  /** The channel's own number of the transaction: it is posted once. */
  readonly channelTransactionId: string;
}

export interface Spread {
  readonly loan: Loan;
  readonly repaymentId: string;
  readonly allocation: Allocation;
}

/** The repayments of a loan and how they are spread: the rows are written here, the loan and its books by the caller [7.3]. */
@Injectable()
export class LoanRepayments {
  constructor(
    private readonly repayments: Repayments,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError INPUT_INVALID, REPAYMENT_ALREADY_RECORDED, REPAYMENT_AMOUNT_INVALID or REPAYMENT_DATE_INVALID. */
  async receive(actor: Actor, loan: Loan, received: ReceivedMoney, tx: Tx): Promise<Spread> {
    await this.checkNew(received, tx);
    const repaymentId = newId('rpm');
    const { loan: after, allocation } = await this.spread(loan, { id: repaymentId, ...received }, tx);
    const facts = { loanId: loan.id, applicationId: loan.applicationId, recordedBy: actorRef(actor), recordedAt: this.clock.now() };
    const outstandingAfterFen = after.outstandingFen;
    await this.repayments.insert(
      { id: repaymentId, version: 0, ...received, ...facts, ...allocation, outstandingAfterFen, reversal: null },
      tx,
    );
    return { loan: after, repaymentId, allocation };
  }

  /** Takes a repayment back: the loan as it would be without it. Throws DomainError NOT_FOUND or REPAYMENT_ALREADY_REVERSED. */
  async takeBack(actor: Actor, loan: Loan, { repaymentId, reason }: { repaymentId: string; reason: string }, tx: Tx): Promise<Loan> {
    const repayment = await this.repayments.get(repaymentId, tx);
    if (repayment.loanId !== loan.id) throw new DomainError('NOT_FOUND', { noun: 'repayment', id: repaymentId });
    if (repayment.reversal) throw new DomainError('REPAYMENT_ALREADY_REVERSED', { repaymentId }, 'repaymentId');
    const reversal = { reason, reversedBy: actorRef(actor), reversedAt: this.clock.now() };
    await this.repayments.save({ ...repayment, reversal }, tx);
    return this.replay(loan, await this.repayments.standingOf(loan.id, tx), null, tx).then((replayed) => replayed.loan);
  }

  private async spread(loan: Loan, payment: ReceivedMoney & { id: string }, tx: Tx): Promise<{ loan: Loan; allocation: Allocation }> {
    const when = { paidOn: payment.paidOn, today: this.clock.today() };
    checkPaidOn(loan, when);
    if (payment.paidOn >= loan.agedOn) return applyRepayment(loan, payment.amountFen, when);
    return this.replay(loan, await this.repayments.standingOf(loan.id, tx), payment, tx);
  }

  /** Writes down where a repayment is spread otherwise than before. */
  private async replay(loan: Loan, standing: readonly Repayment[], added: (ReceivedMoney & { id: string }) | null, tx: Tx) {
    const replay = replayRepayments(loan, added ? [...standing, added] : standing, this.clock.today());
    for (const repayment of standing) {
      const next = { ...repayment, ...replay.allocationOf(repayment.id) };
      if (PARTS.some((part) => next[part] !== repayment[part])) await this.repayments.save(next, tx);
    }
    return { loan: replay.loan, allocation: replay.allocationOf(added?.id ?? '') };
  }

  private async checkNew({ channel, channelTransactionId }: ReceivedMoney, tx: Tx): Promise<void> {
    if (channel.trim() === '' || channelTransactionId.trim() === '') {
      throw new DomainError('INPUT_INVALID', { problem: 'channel and channelTransactionId are needed' }, 'channelTransactionId');
    }
    if (await this.repayments.byTransaction(channel, channelTransactionId, tx)) {
      throw new DomainError('REPAYMENT_ALREADY_RECORDED', { channelTransactionId }, 'channelTransactionId');
    }
  }
}

const PARTS = ['feeFen', 'penaltyFen', 'interestFen', 'principalFen', 'creditUsedFen', 'creditFen', 'interestWaivedFen'] as const;

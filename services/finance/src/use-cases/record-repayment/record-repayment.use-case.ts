import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor, Fen, LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { repaymentLines } from '../../domain/ledger/postings.js';
import { applyRepayment } from '../../domain/loan/apply-repayment.js';
import type { RepaymentOutcome } from '../../domain/loan/apply-repayment.js';
import { Loans } from '../../persistence/loan.repository.js';
import { Repayments } from '../../persistence/repayment.repository.js';
import { LoanBooks } from '../loan-books.js';

export interface RecordRepaymentRequest {
  readonly requestKey: string;
  readonly loanId: string;
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly channel: string;
  /** The channel's own number of the transaction: it is posted once. */
  readonly channelTransactionId: string;
}

/** Posts money that came back: spread oldest first, booked, and told to the others; a transaction of a channel once [4.19, 5.3]. */
@Injectable()
export class RecordRepayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loans: Loans,
    private readonly repayments: Repayments,
    private readonly books: LoanBooks,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordRepaymentRequest): Promise<string> {
    return this.work.once({ operation: 'record-repayment', actor, input }, async (tx) => {
      const loan = await this.loans.get(input.loanId, tx);
      await this.checkNew(input, tx);
      const outcome = applyRepayment(loan, input.amountFen, { paidOn: input.paidOn, today: this.clock.today() });
      const idemKey = `repayment:${input.channel}:${input.channelTransactionId}`;
      await this.books.repaid(outcome, { idemKey, lines: repaymentLines(input.amountFen, outcome.allocation) }, tx);
      const { requestKey: _requestKey, ...received } = input;
      const facts = { applicationId: loan.applicationId, recordedBy: actorRef(actor), recordedAt: this.clock.now() };
      const repayment = await this.repayments.insert({ id: newId('rpm'), version: 0, ...received, ...facts, ...outcome.allocation }, tx);
      await this.outbox.add(recorded(repayment.id, outcome, input.paidOn), tx);
      return loan.id;
    });
  }

  private async checkNew({ channel, channelTransactionId }: RecordRepaymentRequest, tx: Tx): Promise<void> {
    if (channel.trim() === '' || channelTransactionId.trim() === '') {
      throw new DomainError('INPUT_INVALID', { problem: 'channel and channelTransactionId are needed' }, 'channelTransactionId');
    }
    if (await this.repayments.byTransaction(channel, channelTransactionId, tx)) {
      throw new DomainError('REPAYMENT_ALREADY_RECORDED', { channelTransactionId }, 'channelTransactionId');
    }
  }
}

function recorded(repaymentId: string, { loan, allocation }: RepaymentOutcome, paidOn: LocalDate) {
  const { principalFen, interestFen, creditFen, feeFen, creditUsedFen } = allocation;
  return event('finance.repayment-recorded.v1', loan.id, {
    loanId: loan.id,
    applicationId: loan.applicationId,
    repaymentId,
    principalFen,
    interestFen,
    creditFen,
    feeFen,
    creditUsedFen,
    outstandingPrincipalFen: loan.outstandingFen,
    settled: loan.state === 'SETTLED',
    paidOn,
  });
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { EarlyMode } from '../../domain/loan/early-repayment.js';
import { Loans } from '../../persistence/loan.repository.js';
import { LoanBooks } from '../loan-books.js';
import { LoanRepayments } from '../loan-repayments.js';
import type { ReceivedMoney, Spread } from '../loan-repayments.js';

export interface RecordRepaymentRequest extends Omit<ReceivedMoney, 'early'> {
  readonly requestKey: string;
  readonly early?: EarlyMode | null;
  readonly loanId: string;
}

/**
 * Posts money that came back: spread, booked, and told to the others; a transaction of a channel once. A payment that is dated before others is put in its
 * place, and all of them are spread anew [4.19, 5.3].
 */
@Injectable()
export class RecordRepayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loans: Loans,
    private readonly repayments: LoanRepayments,
    private readonly books: LoanBooks,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: RecordRepaymentRequest): Promise<string> {
    return this.work.once({ operation: 'record-repayment', actor, input }, async (tx) => {
      const { requestKey: _requestKey, loanId, early = null, ...money } = input;
      const received = { ...money, early, channel: money.channel.trim(), channelTransactionId: money.channelTransactionId.trim() };
      const loan = await this.loans.get(loanId, tx);
      const spread = await this.repayments.receive(actor, loan, received, tx);
      const idemKey = `repayment:${spread.repaymentId}`;
      await this.books.changed(loan, spread.loan, { kind: 'REPAYMENT', idemKey }, tx);
      await this.outbox.add(recorded(spread, received), tx);
      return loan.id;
    });
  }
}

function recorded({ loan, repaymentId, allocation, overdueFen }: Spread, { paidOn }: ReceivedMoney) {
  const { principalFen, interestFen, creditFen, feeFen, penaltyFen, creditUsedFen } = allocation;
  return event('finance.repayment-recorded.v1', loan.id, {
    ...{ loanId: loan.id, applicationId: loan.applicationId, repaymentId },
    ...{ principalFen, interestFen, creditFen, feeFen, penaltyFen, creditUsedFen },
    outstandingPrincipalFen: loan.outstandingFen,
    overdueFen,
    settled: loan.state === 'SETTLED',
    paidOn,
  });
}

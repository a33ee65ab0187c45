import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, parseLocalDate } from '@weilend/kernel';
import { NotYetSeen } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { Saying } from '../../domain/indicator/hearing.js';
import { SoldLoans } from '../../persistence/indicator/indicator.repository.js';
import { Hear } from './hear.use-case.js';

type LoanNews = Pick<EventData<'finance.repayment-recorded.v1'>, 'loanId' | 'applicationId'>;

/** What finance tells of a loan, for the figures of who sold it [5.1, 5.3]. */
@Injectable()
export class HearOfLoan {
  constructor(
    private readonly loans: SoldLoans,
    private readonly hear: Hear,
    private readonly clock: BusinessClock,
  ) {}

  async paidOut(data: EventData<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const { loanId: aboutId, salespersonId: employeeId, customerId, amountFen } = data;
    const days = { disbursedOn: parseLocalDate(data.disbursedOn), firstDueOn: parseLocalDate(data.firstDueOn) };
    const loan = { id: aboutId, employeeId, customerId, ...days, first: data.firstLoanOfCustomer };
    await this.hear.apply({ employeeId, aboutId, saying: { kind: 'LOAN_PAID_OUT', loan, amountFen } }, tx);
  }

  /** Of a loan that nobody counted nothing is counted off. */
  async takenBack(data: EventData<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    const loan = await this.loans.find(data.loanId, tx);
    if (loan) await this.hear.ofLoan(loan, { kind: 'LOAN_TAKEN_BACK', on: parseLocalDate(data.reversedOn) }, tx);
  }

  /** The loan owes so much from a day on: after a payment, its reversal, or a new schedule. Without a day it is today. */
  async owes(news: LoanNews & { readonly outstandingPrincipalFen: number }, on: string | undefined, tx: Tx): Promise<void> {
    const day = on === undefined ? this.clock.today() : parseLocalDate(on);
    await this.tell(news, { kind: 'LOAN_OWES', on: day, outstandingFen: news.outstandingPrincipalFen }, tx);
  }

  async stands(data: EventData<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    const { daysPastDue, bucket, loanClass } = data;
    await this.tell(data, { kind: 'LOAN_STANDS', standing: { on: parseLocalDate(data.businessDate), daysPastDue, bucket, loanClass } }, tx);
  }

  async writtenOff(data: EventData<'finance.loan-written-off.v1'>, tx: Tx): Promise<void> {
    await this.tell(data, { kind: 'LOAN_WRITTEN_OFF', on: parseLocalDate(data.writtenOffOn) }, tx);
  }

  /** Two files were of one customer: of his first loans only the earliest was the first [5.1]. */
  async merged({ survivorId, mergedId, mergedOn }: EventData<'sales.customer-merged.v1'>, tx: Tx): Promise<void> {
    const loans = await this.loans.ofCustomers([survivorId, mergedId], tx);
    const firsts = loans.filter(({ first, reversed }) => first && !reversed);
    const [earliest] = firsts.sort((a, b) => (`${a.disbursedOn} ${a.id}` < `${b.disbursedOn} ${b.id}` ? -1 : 1));
    for (const loan of loans) {
      const first = loan.id === earliest?.id;
      if (loan.customerId === survivorId && loan.first === first) continue;
      await this.hear.ofLoan(loan, { kind: 'CUSTOMER_MERGED', on: parseLocalDate(mergedOn), survivorId, first }, tx);
    }
  }

  /** Throws NotYetSeen while the payout itself is not known. */
  private async tell({ loanId, applicationId }: LoanNews, saying: Saying, tx: Tx): Promise<void> {
    const loan = await this.loans.find(loanId, tx);
    if (!loan) throw new NotYetSeen(applicationId, 'finance');
    await this.hear.ofLoan(loan, saying, tx);
  }
}

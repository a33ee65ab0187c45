import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, invariant } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withPromise } from '../../domain/collection/collection-case.js';
import { cancelPromise, isDue, judgePromise } from '../../domain/collection/payment-promise.js';
import type { PaymentPromise } from '../../domain/collection/payment-promise.js';
import { standingOf } from '../../domain/loan/standing.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import type { Loan } from '../../domain/loan/loan.js';
import { Loans } from '../../persistence/loan.repository.js';
import { PaymentPromises } from '../../persistence/payment-promise.repository.js';
import { Repayments } from '../../persistence/repayment.repository.js';

/** Says of a promise whose day has passed whether it was kept, once; a broken one is told to the others [7.4]. */
@Injectable()
export class JudgePromise {
  constructor(
    private readonly promises: PaymentPromises,
    private readonly cases: CollectionCases,
    private readonly loans: Loans,
    private readonly repayments: Repayments,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** False when it is not to be judged: cancelled, or another worker was faster. */
  async apply(promiseId: string, tx: Tx): Promise<boolean> {
    const today = this.clock.today();
    const promise = await this.promises.get(promiseId, tx);
    if (!isDue(promise, today)) return false;
    const loan = await this.loans.get(promise.loanId, tx);
    const judged = hasLapsed(promise, loan)
      ? cancelPromise(promise, 'the loan has new terms or is no more', today)
      : judgePromise(promise, await this.repayments.standingOf(promise.loanId, tx), today);
    await this.promises.save(judged, tx);
    const one = await this.cases.get(promise.caseId, tx);
    if (one.promiseId === promise.id) await this.cases.save(withPromise(one, judged, today), tx);
    if (judged.state === 'BROKEN')
      await this.outbox.add(event('finance.promise-broken.v1', judged.loanId, await this.broken(judged, tx)), tx);
    return true;
  }

  private async broken(promise: PaymentPromise, tx: Tx): Promise<EventData<'finance.promise-broken.v1'>> {
    const { id: promiseId, loanId, customerId, salespersonId, amountFen, receivedFen, byOn } = promise;
    invariant(receivedFen !== null, 'a promise that was judged says what came in');
    const loan = await this.loans.get(loanId, tx);
    const { daysPastDue } = standingOf(loan, this.clock.today());
    const brokenPromises = await this.promises.countBroken(loanId, tx);
    const { applicationId } = loan;
    return { promiseId, loanId, applicationId, customerId, salespersonId, amountFen, receivedFen, byOn, daysPastDue, brokenPromises };
  }
}

/** What was promised is not owed as it was: the payment of the loan was taken back, or new terms were agreed since. */
const hasLapsed = ({ madeOn }: PaymentPromise, { state, scheduleFrom, disbursedOn }: Loan): boolean =>
  state === 'REVERSED' || (scheduleFrom > disbursedOn && scheduleFrom >= madeOn);

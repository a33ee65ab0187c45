import { Injectable } from '@nestjs/common';
import { invariant } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { LoanRequest } from '../../domain/loan-request/loan-request.js';
import type { Loan } from '../../domain/loan/loan.js';
import { MeasureEnd } from '../measure-end.js';

/** Tells the others of a loan that has new terms or left the books; a class that changed is told where it is set. Risk hears that the measure it cites is done. */
@Injectable()
export class LoanRequestNews {
  constructor(
    private readonly outbox: Outbox,
    private readonly measures: MeasureEnd,
  ) {}

  async tell(request: LoanRequest, loan: Loan, tx: Tx): Promise<void> {
    const { change } = request;
    await this.measures.byRequest(request, tx);
    const { id: loanId, applicationId, customerId, salespersonId } = loan;
    const ids = { loanId, applicationId, customerId, salespersonId };
    if (change.kind === 'RESTRUCTURE') {
      const { annualRate, method, scheduleNo, scheduleFrom: effectiveOn, outstandingFen: outstandingPrincipalFen } = loan;
      const maturesOn = loan.rows.at(-1)?.dueOn;
      invariant(maturesOn, 'a restructured loan has instalments');
      const terms = { annualRate, method, scheduleNo, effectiveOn, maturesOn, outstandingPrincipalFen };
      await this.outbox.add(event('finance.loan-restructured.v1', loanId, { ...ids, ...terms }), tx);
    }
    if (loan.writeOff && change.kind === 'WRITE_OFF') {
      const { on: writtenOffOn, principalFen } = loan.writeOff;
      await this.outbox.add(event('finance.loan-written-off.v1', loanId, { ...ids, writtenOffOn, principalFen }), tx);
    }
  }
}

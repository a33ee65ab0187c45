import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { nextStep } from '../../domain/collection/arrears-ladder.js';
import { overdueOf } from '../../domain/collection/overdue-amounts.js';
import { standingOf } from '../../domain/loan/standing.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { CollectionRules } from '../../persistence/collection-rules.js';
import { Loans } from '../../persistence/loan.repository.js';

/** Asks sales to speak with a customer whose loan has reached another step of the ladder: once for each step and each time that it is late [7.4]. */
@Injectable()
export class AskAboutArrears {
  constructor(
    private readonly loans: Loans,
    private readonly cases: CollectionCases,
    private readonly rules: CollectionRules,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** Loans of which one has to be asked, perhaps. */
  async candidates(): Promise<string[]> {
    const today = this.clock.today();
    return this.cases.reaching(await this.rules.arrearsSteps(today), today);
  }

  /** False when nothing new was reached, or another worker was faster. */
  async apply(loanId: string, tx: Tx): Promise<boolean> {
    const today = this.clock.today();
    const [loan, one] = [await this.loans.get(loanId, tx), await this.cases.openOf(loanId, tx)];
    if (!one) return false;
    const { overdueSince, daysPastDue } = standingOf(loan, today);
    const step = nextStep(one, daysPastDue, await this.rules.arrearsSteps(today));
    const { totalFen: overdueFen } = overdueOf(loan, today);
    if (step === null || overdueSince === null || overdueFen <= 0) return false;
    await this.cases.save({ ...one, arrearsStep: step }, tx);
    const { applicationId, customerId, salespersonId } = loan;
    const whose = { loanId, applicationId, customerId, salespersonId, caseId: one.id };
    const data = { ...whose, step, overdueSince, daysPastDue, overdueFen } as HandoffData<'work-arrears'>;
    await this.handoffs.send('work-arrears', { subject: loanId, data }, tx);
    return true;
  }
}

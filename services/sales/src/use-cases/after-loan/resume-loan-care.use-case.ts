import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { resumeCare } from '../../domain/after-loan/inspection.js';
import type { LoanCare } from '../../domain/after-loan/inspection.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { careEnds, setLatest } from '../../domain/application/facts.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { CarePlans } from './care-plans.js';

/**
 * The repayment that had settled a loan was taken back: it is owed again, and looked after again [4.20]. The work that finance had handed over stays
 * recalled; the plan of inspections goes on by itself.
 */
@Injectable()
export class ResumeLoanCare {
  constructor(
    private readonly applications: Applications,
    private readonly contracts: Contracts,
    private readonly plans: CarePlans,
    private readonly clock: BusinessClock,
  ) {}

  /** Refuses nothing: what is not ours, was not settled, or stays settled all the same, is left alone. */
  async apply({ data, time }: EventMessage<'finance.repayment-reversed.v1'>, tx: Tx): Promise<void> {
    const { applicationId, loanId, settled = false } = data;
    const application = settled ? null : await this.applications.find(applicationId, tx);
    if (!application || careEnds(application.facts, loanId) === null) return;
    const facts = setLatest(application.facts, 'reopened', { loanId, at: new Date(time) });
    const { care } = application;
    const isOwedAgain = care?.loanId === loanId && careEnds(facts, loanId) === null;
    await this.applications.save({ ...application, facts, care: isOwedAgain ? await this.resumed(application, care, tx) : care }, tx);
  }

  private async resumed(application: LoanApplication, care: LoanCare, tx: Tx): Promise<LoanCare> {
    const { terms } = await this.contracts.get(care.contractId, tx);
    const planned = await this.plans.inspectionsOf(application, { disbursedOn: care.disbursedOn, termMonths: terms.termMonths }, tx);
    return resumeCare(care, planned, this.clock.today());
  }
}

import { Injectable } from '@nestjs/common';
import { addMonths, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { endCare } from '../../domain/after-loan/inspection.js';
import type { LoanCare } from '../../domain/after-loan/inspection.js';
import { withParticipants } from '../../domain/application/application.js';
import { careEnds } from '../../domain/application/facts.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { CarePlans } from './care-plans.js';

/** Finance paid out: the inspection plan of the loan [4.20, 4.21]. */
@Injectable()
export class OpenLoanCare {
  constructor(
    private readonly applications: Applications,
    private readonly contracts: Contracts,
    private readonly plans: CarePlans,
    private readonly handoffs: Handoffs,
  ) {}

  /** Returns to finance (NOT_DISBURSED) what names a contract that we did not sign; waits for risk's rating; recalls the care of a loan that has ended. */
  async apply({ data, handoffId }: HandoffMessage<'care-for-loan'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    const contract = await this.contracts.find(data.contractId, tx);
    if (contract?.state !== 'signed' || contract.applicationId !== application.id) throw new DomainError('NOT_DISBURSED');
    const { termMonths } = contract.terms;
    const disbursedOn = data.disbursedOn as LocalDate;
    const inspections = await this.plans.inspectionsOf(application, { disbursedOn, termMonths }, tx);
    if (application.care) return;
    const care: LoanCare = {
      ...{ loanId: data.loanId, contractId: contract.id, disbursedOn, maturesOn: addMonths(disbursedOn, termMonths) },
      inspections,
    };
    // Who repaid at once, or whose payment was taken back, may be heard of before the work: there is nothing to look after then.
    const ended = careEnds(application.facts, data.loanId);
    const planned = ended ? endCare(care) : care;
    await this.applications.save(withParticipants({ ...application, care: planned }, data.participants), tx);
    if (ended) await this.handoffs.recall(handoffId, ended, tx);
  }
}

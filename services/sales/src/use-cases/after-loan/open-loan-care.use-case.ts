import { Injectable } from '@nestjs/common';
import { addMonths, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Handoffs, NotYetSeen } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { endCare, inspectionInterval, planInspections } from '../../domain/after-loan/inspection.js';
import type { LoanCare } from '../../domain/after-loan/inspection.js';
import { withParticipants } from '../../domain/application/application.js';
import { careEnds, currentReport } from '../../domain/application/facts.js';
import { Applications } from '../../persistence/application/application.repository.js';
import type { CustomerGrade } from '../../domain/customer/scorecard/grade.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

const FACTORS = { A: 'inspection.factor-a', B: 'inspection.factor-b', C: 'inspection.factor-c' } as const;

/** Finance paid out: the inspection plan of the loan, closer for a high risk rating, wider for a good customer [4.20, 4.21]. */
@Injectable()
export class OpenLoanCare {
  constructor(
    private readonly applications: Applications,
    private readonly contracts: Contracts,
    private readonly customers: Customers,
    private readonly parameters: Parameters,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** Returns to finance (NOT_DISBURSED) what names a contract that we did not sign; waits for risk's rating; recalls the care of a loan that has ended. */
  async apply({ data, handoffId }: HandoffMessage<'care-for-loan'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    const contract = await this.contracts.find(data.contractId, tx);
    if (contract?.state !== 'signed' || contract.applicationId !== application.id) throw new DomainError('NOT_DISBURSED');
    const report = currentReport(application.facts);
    if (!report) throw new NotYetSeen(application.id, 'risk');
    if (application.care) return;
    const disbursedOn = data.disbursedOn as LocalDate;
    const today = this.clock.today();
    const customer = await this.customers.find(application.customerId, tx);
    const inspections = planInspections({
      disbursedOn,
      termMonths: contract.terms.termMonths,
      firstWithinDays: await this.parameters.number('inspection.first-within', today),
      intervalDays: await this.interval(report.rating, customer?.grades.at(-1)?.grade ?? null, today),
    });
    const care: LoanCare = {
      ...{ loanId: data.loanId, contractId: contract.id, disbursedOn, maturesOn: addMonths(disbursedOn, contract.terms.termMonths) },
      inspections: inspections.map((one) => ({ id: newId('ins'), ...one, done: null })),
    };
    // Who repaid at once, or whose payment was taken back, may be heard of before the work: there is nothing to look after then.
    const ended = careEnds(application.facts, data.loanId);
    const planned = ended ? endCare(care) : care;
    await this.applications.save(withParticipants({ ...application, care: planned }, data.participants), tx);
    if (ended) await this.handoffs.recall(handoffId, ended, tx);
  }

  private async interval(rating: 'LOW' | 'MEDIUM' | 'HIGH', grade: CustomerGrade | null, today: LocalDate): Promise<number> {
    const base = rating === 'HIGH' ? 'inspection.interval-high' : 'inspection.interval-low';
    const factor = grade ? await this.parameters.number(FACTORS[grade], today) : 1;
    return inspectionInterval({ rating, baseDays: await this.parameters.number(base, today), factor });
  }
}

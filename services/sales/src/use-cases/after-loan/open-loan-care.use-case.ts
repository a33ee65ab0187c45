import { Injectable } from '@nestjs/common';
import { addMonths, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { NotYetSeen } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { inspectionInterval, planInspections } from '../../domain/after-loan/inspection.js';
import type { LoanCare } from '../../domain/after-loan/inspection.js';
import { withParticipants } from '../../domain/application/application.js';
import { currentReport } from '../../domain/application/facts.js';
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
    private readonly clock: BusinessClock,
  ) {}

  /** Returns to finance (NOT_DISBURSED) what names a contract that we did not sign; waits for risk's rating when it is not here yet. */
  async apply({ data }: HandoffMessage<'care-for-loan'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    const contract = await this.contracts.find(data.contractId, tx);
    if (contract?.state !== 'signed' || contract.applicationId !== application.id) throw new DomainError('NOT_DISBURSED');
    const report = currentReport(application.facts);
    if (!report) throw new NotYetSeen(application.id, 'risk');
    if (application.care) return;
    const disbursedOn = data.disbursedOn as LocalDate;
    const today = this.clock.today();
    const customer = await this.customers.find(application.customerId, tx);
    const planned = planInspections({
      disbursedOn,
      termMonths: contract.terms.termMonths,
      firstWithinDays: await this.parameters.number('inspection.first-within', today),
      intervalDays: await this.interval(report.rating, customer?.grades.at(-1)?.grade ?? null, today),
    });
    const care: LoanCare = {
      ...{ loanId: data.loanId, contractId: contract.id, disbursedOn, maturesOn: addMonths(disbursedOn, contract.terms.termMonths) },
      inspections: planned.map((one) => ({ id: newId('ins'), ...one, done: null })),
    };
    await this.applications.save(withParticipants({ ...application, care }, data.participants), tx);
  }

  private async interval(rating: 'LOW' | 'MEDIUM' | 'HIGH', grade: CustomerGrade | null, today: LocalDate): Promise<number> {
    const base = rating === 'HIGH' ? 'inspection.interval-high' : 'inspection.interval-low';
    const factor = grade ? await this.parameters.number(FACTORS[grade], today) : 1;
    return inspectionInterval({ rating, baseDays: await this.parameters.number(base, today), factor });
  }
}

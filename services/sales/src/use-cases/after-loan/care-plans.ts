import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { NotYetSeen } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { inspectionInterval, planInspections } from '../../domain/after-loan/inspection.js';
import type { Inspection } from '../../domain/after-loan/inspection.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { currentReport } from '../../domain/application/facts.js';
import type { CustomerGrade } from '../../domain/customer/scorecard/grade.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

const FACTORS = { A: 'inspection.factor-a', B: 'inspection.factor-b', C: 'inspection.factor-c' } as const;

/** The inspections of a loan by the parameters in force: closer for a high risk rating, wider for a good customer [4.20, 4.21]. */
@Injectable()
export class CarePlans {
  constructor(
    private readonly customers: Customers,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** From the payout to the maturity, none done. Waits for risk's rating. */
  async inspectionsOf(
    application: LoanApplication,
    { disbursedOn, termMonths }: { readonly disbursedOn: LocalDate; readonly termMonths: number },
    tx: Tx,
  ): Promise<readonly Inspection[]> {
    const report = currentReport(application.facts);
    if (!report) throw new NotYetSeen(application.id, 'risk');
    const customer = await this.customers.find(application.customerId, tx);
    const firstWithinDays = await this.parameters.number('inspection.first-within', this.clock.today());
    const intervalDays = await this.interval(report.rating, customer?.grades.at(-1)?.grade ?? null);
    const planned = planInspections({ disbursedOn, termMonths, firstWithinDays, intervalDays });
    return planned.map((one) => ({ id: newId('ins'), ...one, done: null }));
  }

  private async interval(rating: 'LOW' | 'MEDIUM' | 'HIGH', grade: CustomerGrade | null): Promise<number> {
    const today = this.clock.today();
    const base = rating === 'HIGH' ? 'inspection.interval-high' : 'inspection.interval-low';
    const factor = grade ? await this.parameters.number(FACTORS[grade], today) : 1;
    return inspectionInterval({ rating, baseDays: await this.parameters.number(base, today), factor });
  }
}

import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import { PlannedVisits } from '../../persistence/care/visit.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { VisitBook } from './visit-book.js';

const MACHINE: Actor = { kind: 'service', service: 'sales' };
const BATCH = 200;

/**
 * Sees to it that every customer whose day comes near has a planned visit on it, whoever set the day: a registration, an import, a new
 * grade, a new owner [3.11].
 */
@Injectable()
export class PlanDueVisits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlannedVisits,
    private readonly customers: Customers,
    private readonly book: VisitBook,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Plans what is missing; returns how many visits were planned or moved. */
  async sweep(watch: SweepWatch): Promise<number> {
    const today = this.clock.today();
    const until = addDays(today, await this.parameters.number('visit.plan-ahead', today));
    const setAside = new Set<string>();
    const astray = await this.alignAll(() => this.plans.customersAstray(until, [...setAside], BATCH), { ...watch, setAside });
    return astray + (await this.alignAll(() => this.plans.customersPutOff(until, [...setAside], BATCH), { ...watch, setAside }));
  }

  /** Until nobody new is found: one that cannot be aligned is not asked for twice, and does not hold the others up. */
  private async alignAll(
    find: () => Promise<readonly string[]>,
    { isStopping, onTrouble, setAside }: SweepWatch & { readonly setAside: Set<string> },
  ): Promise<number> {
    const aligned = new Set<string>();
    for (;;) {
      const found = await find();
      const fresh = found.filter((customerId) => !aligned.has(customerId));
      for (const customerId of fresh) {
        if (isStopping()) return aligned.size;
        try {
          await this.align(customerId);
          aligned.add(customerId);
        } catch (error) {
          setAside.add(customerId);
          onTrouble(customerId, error);
        }
      }
      if (found.length < BATCH || fresh.length === 0) return aligned.size;
    }
  }

  private align(customerId: string): Promise<void> {
    return this.work.run({ actor: MACHINE, operation: 'plan-due-visit' }, async (tx) => {
      const customer = await this.customers.find(customerId, tx);
      if (customer) await this.book.align(customer, tx);
    });
  }
}

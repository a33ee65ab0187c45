import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
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
  async sweep(): Promise<number> {
    const today = this.clock.today();
    const until = addDays(today, await this.parameters.number('visit.plan-ahead', today));
    const astray = await this.alignAll(() => this.plans.customersAstray(until, BATCH));
    return astray + (await this.alignAll(() => this.plans.customersPutOff(until, BATCH)));
  }

  /** Until nobody new is found: one that cannot be aligned is not asked for twice. */
  private async alignAll(find: () => Promise<readonly string[]>): Promise<number> {
    const seen = new Set<string>();
    for (;;) {
      const fresh = (await find()).filter((customerId) => !seen.has(customerId));
      for (const customerId of fresh) {
        seen.add(customerId);
        await this.align(customerId);
      }
      if (fresh.length < BATCH) return seen.size;
    }
  }

  private align(customerId: string): Promise<void> {
    return this.work.run({ actor: MACHINE, operation: 'plan-due-visit' }, async (tx) => {
      const customer = await this.customers.find(customerId, tx);
      if (customer) await this.book.align(customer, tx);
    });
  }
}

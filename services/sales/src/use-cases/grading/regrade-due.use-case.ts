import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { GradeScorecards } from '../../persistence/grading/scorecard.repository.js';
import { CustomerStanding } from './customer-standing.js';

const ACTOR = { kind: 'service', service: 'sales' } as const;
const BATCH = 200;

/**
 * Grades again every customer whose grade is too old or was given by an earlier scorecard, one transaction each: a process that dies
 * loses nothing and doubles nothing, and one file that fails does not stop the others [3.9].
 */
@Injectable()
export class RegradeDue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: Customers,
    private readonly scorecards: GradeScorecards,
    private readonly standing: CustomerStanding,
    private readonly clock: BusinessClock,
  ) {}

  /** How many were graded. */
  async execute(watch: SweepWatch): Promise<number> {
    const on = this.clock.today();
    const { version } = await this.work.run({ actor: ACTOR, operation: 'read-scorecard' }, (tx) => this.scorecards.inForce(on, tx));
    let graded = 0;
    for (let afterId = ''; !watch.isStopping();) {
      const ids = await this.customers.idsToRegrade(on, version, { afterId, limit: BATCH });
      for (const id of ids) {
        if (watch.isStopping()) return graded;
        graded += await this.one(id, watch);
      }
      const last = ids.at(-1);
      if (ids.length < BATCH || last === undefined) break;
      afterId = last;
    }
    return graded;
  }

  private async one(customerId: string, watch: SweepWatch): Promise<number> {
    try {
      await this.work.run({ actor: ACTOR, operation: 'regrade-customer' }, async (tx) => {
        const customer = await this.customers.get(customerId, tx);
        if (!customer.merged) await this.customers.save(await this.standing.graded(customer, 'SCHEDULE', tx), tx);
      });
      return 1;
    } catch (error) {
      watch.onTrouble(customerId, error);
      return 0;
    }
  }
}

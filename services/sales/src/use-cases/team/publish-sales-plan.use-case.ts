import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { publishPlan, requireQuarterAhead } from '../../domain/team/sales-plan.js';
import { SalesPlans } from '../../persistence/team/team.repository.js';
import { PlanDesk } from './plan-desk.js';

export interface PublishSalesPlanRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
}

/** Publishes a plan whose personal targets secure the department's: from then everybody sees his own beside what he reached [2.3]. */
@Injectable()
export class PublishSalesPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: SalesPlans,
    private readonly desk: PlanDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PublishSalesPlanRequest): Promise<string> {
    return this.work.once({ operation: 'publish-sales-plan', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      requireQuarterAhead(plan.quarter, this.clock.today());
      return (await this.plans.save(publishPlan(plan, await this.desk.salespeople(tx), this.clock.now()), tx)).id;
    });
  }
}

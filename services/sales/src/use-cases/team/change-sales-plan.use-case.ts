import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { changePlan, requireQuarterAhead } from '../../domain/team/sales-plan.js';
import { SalesPlans } from '../../persistence/team/team.repository.js';
import { PlanDesk } from './plan-desk.js';
import type { PlanRequest } from './plan-desk.js';

export interface ChangeSalesPlanRequest extends PlanRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
  /** Needed once the plan is published. */
  readonly reason?: string | null;
}

/** Rewrites a draft, or revises a published plan with a reason; what it said before stays readable [2.3]. */
@Injectable()
export class ChangeSalesPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: SalesPlans,
    private readonly desk: PlanDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ChangeSalesPlanRequest): Promise<string> {
    return this.work.once({ operation: 'change-sales-plan', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      requireQuarterAhead(plan.quarter, this.clock.today());
      const change = { reason: input.reason ?? null, by: employeeIdOf(actor), at: this.clock.now() };
      const content = await this.desk.content(input, tx);
      return (await this.plans.save(changePlan(plan, content, change, await this.desk.salespeople(tx)), tx)).id;
    });
  }
}

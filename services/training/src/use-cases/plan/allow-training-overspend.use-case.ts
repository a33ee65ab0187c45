import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { allowOverspend } from '../../domain/plan/plan-budget.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';

export interface AllowTrainingOverspendRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
  readonly courseNo: number;
  readonly amount: number;
  readonly reason: string;
}

/** Hr or finance lets a planned course cost more than its budget, for a reason that stays on the plan. */
@Injectable()
export class AllowTrainingOverspend {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AllowTrainingOverspendRequest): Promise<string> {
    return this.work.once({ operation: 'allow-training-overspend', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      const { courseNo, amount: amountFen, reason } = input;
      const by = { allowedBy: employeeIdOf(actor), allowedAt: this.clock.now() };
      return (await this.plans.save(allowOverspend(plan, { courseNo, amountFen, reason, ...by }), tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkContent, requireQuarterAhead } from '../../domain/team/sales-plan.js';
import { SalesPlans } from '../../persistence/team/team.repository.js';
import { PlanDesk } from './plan-desk.js';
import type { PlanRequest } from './plan-desk.js';

export interface CreateSalesPlanRequest extends PlanRequest {
  readonly requestKey?: string | null;
  readonly quarter: string;
}

/** Drafts the sales plan of a quarter that is not over, one for each quarter [2.3]. */
@Injectable()
export class CreateSalesPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: SalesPlans,
    private readonly desk: PlanDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CreateSalesPlanRequest): Promise<string> {
    return this.work.once({ operation: 'create-sales-plan', actor, input }, async (tx) => {
      const { quarter } = input;
      requireQuarterAhead(quarter, this.clock.today());
      const content = checkContent(await this.desk.content(input, tx), quarter);
      const made = { createdBy: employeeIdOf(actor), createdAt: this.clock.now(), publishedAt: null, revisions: [] };
      return (await this.plans.insert({ id: newId('pln'), version: 0, quarter, state: 'draft', ...content, ...made }, tx)).id;
    });
  }
}

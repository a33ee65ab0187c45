import { Injectable } from '@nestjs/common';
import { BusinessClock, quarterOf } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { namedIn, orphansOf } from '../../domain/team/plan-orphans.js';
import type { PlanOrphans } from '../../domain/team/plan-orphans.js';
import type { SalesPlan } from '../../domain/team/sales-plan.js';
import { salesPlanCollection } from '../../persistence/team/team.schema.js';
import { newestFirst, toPlain } from '../rows.js';

/** What running and coming plans still ask of people who have left: a handful of plans, found by the unique index of their quarter [2.13]. */
@Injectable()
export class PlanOrphanQueries {
  constructor(
    private readonly database: Database,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  async list(): Promise<readonly PlanOrphans[]> {
    const quarter = { $gte: quarterOf(this.clock.today()) };
    const plans = (await newestFirst(this.database.model(salesPlanCollection), { quarter })).map((row) => toPlain<SalesPlan>(row));
    const inOffice = new Set<string>();
    for (const employeeId of new Set(plans.flatMap(namedIn))) if ((await this.directory.find(employeeId))?.active) inOffice.add(employeeId);
    return plans.flatMap((plan) => orphansOf(plan, inOffice));
  }
}

import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { MarketReport } from '../../domain/team/market-report.js';
import type { SalesProblem } from '../../domain/team/problem.js';
import type { SalesPlan } from '../../domain/team/sales-plan.js';
import type { WorkLog } from '../../domain/team/work-log.js';
import { PlanQueries } from '../../queries/team/plan.queries.js';
import { TeamQueries } from '../../queries/team/team.queries.js';

@Injectable()
export class SalesPlanLoader extends EntityLoader<SalesPlan> {
  readonly typeName = 'SalesPlan';

  constructor(private readonly queries: PlanQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly SalesPlan[]> {
    return this.queries.byIds(ids, actor);
  }
}

@Injectable()
export class WorkLogLoader extends EntityLoader<WorkLog> {
  readonly typeName = 'WorkLog';

  constructor(private readonly queries: TeamQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly WorkLog[]> {
    return this.queries.workLogsByIds(ids, actor);
  }
}

@Injectable()
export class SalesProblemLoader extends EntityLoader<SalesProblem> {
  readonly typeName = 'SalesProblem';

  constructor(private readonly queries: TeamQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly SalesProblem[]> {
    return this.queries.problemsByIds(ids);
  }
}

@Injectable()
export class MarketReportLoader extends EntityLoader<MarketReport> {
  readonly typeName = 'MarketReport';

  constructor(private readonly queries: TeamQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly MarketReport[]> {
    return this.queries.marketReportsByIds(ids);
  }
}

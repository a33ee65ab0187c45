import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { CustomerResults } from '../../domain/team/loan-results.js';
import type { MarketReport } from '../../domain/team/market-report.js';
import type { SalesProblem } from '../../domain/team/problem.js';
import type { SalesPlan } from '../../domain/team/sales-plan.js';
import type { WorkLog } from '../../domain/team/work-log.js';
import {
  customerResultsCollection,
  marketReportCollection,
  salesPlanCollection,
  salesProblemCollection,
  workLogCollection,
} from './team.schema.js';

const DUPLICATE_KEY = 11_000;

@Injectable()
export class SalesPlans extends Repository<SalesPlan> {
  constructor(database: Database) {
    super(database, salesPlanCollection, 'sales plan');
  }

  /** The unique index speaks when two make the plan of a quarter at once. */
  override async insert(plan: SalesPlan, tx: Tx): Promise<SalesPlan> {
    try {
      return await super.insert(plan, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new DomainError('PLAN_EXISTS', { quarter: plan.quarter }, 'quarter');
      throw error;
    }
  }
}

/** What was paid out to each customer, for whom it counts; the id is the customer's. */
@Injectable()
export class SalesResults extends Repository<CustomerResults> {
  constructor(database: Database) {
    super(database, customerResultsCollection, 'customer');
  }

  /** Changes a customer's results; writes nothing when they stay the same. */
  async change(customerId: string, tx: Tx, change: (results: CustomerResults) => CustomerResults): Promise<void> {
    const found = await this.find(customerId, tx);
    const before = found ?? { id: customerId, version: 0, loans: [] };
    const after = change(before);
    if (after === before) return;
    await (found ? this.save(after, tx) : this.insert(after, tx));
  }
}

@Injectable()
export class WorkLogs extends Repository<WorkLog> {
  constructor(database: Database) {
    super(database, workLogCollection, 'work log');
  }

  ofDay(employeeId: string, day: LocalDate, tx: Tx): Promise<WorkLog | null> {
    return this.findOne({ employeeId, day }, tx);
  }
}

@Injectable()
export class SalesProblems extends Repository<SalesProblem> {
  constructor(database: Database) {
    super(database, salesProblemCollection, 'problem');
  }
}

@Injectable()
export class MarketReports extends Repository<MarketReport> {
  constructor(database: Database) {
    super(database, marketReportCollection, 'market report');
  }
}

import { Injectable } from '@nestjs/common';
import { rowScope } from '@weilend/auth';
import { AskedTogether, quarterRange } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import { achievementsOf, NO_FIGURES, sumOf } from '../../domain/team/figures.js';
import type { Achievement, Figures } from '../../domain/team/figures.js';
import type { SalesPlan } from '../../domain/team/sales-plan.js';
import { customerResultsCollection, salesPlanCollection } from '../../persistence/team/team.schema.js';
import { newestFirst, toPlain } from '../rows.js';

/** What one salesperson was asked for in a quarter and what he has reached. */
export interface PersonalAchievement {
  readonly employeeId: string;
  readonly achievements: readonly Achievement[];
}

/** A plan beside what has been reached until now. */
export interface PlanProgress {
  readonly department: readonly Achievement[];
  readonly people: readonly PersonalAchievement[];
}

interface ResultRow extends Figures {
  readonly _id: string;
}

/** The read side of sales plans and of what was reached; a salesperson sees the department's figures and his own. */
@Injectable()
export class PlanQueries {
  /** Everybody's day shows the department's figures. */
  private readonly reached = new AskedTogether((quarter) => this.resultsIn(quarter));

  constructor(private readonly database: Database) {}

  plans(wanted: PageRequest, actor: Actor): Promise<Page<SalesPlan>> {
    return pageOf(this.database.model(salesPlanCollection), wanted, { filter: published(actor), map: (row) => toPlain<SalesPlan>(row) });
  }

  /** Drafts are the manager's alone. */
  async ofQuarter(quarter: string, actor: Actor): Promise<SalesPlan | null> {
    const [row] = await newestFirst(this.database.model(salesPlanCollection), { quarter, ...published(actor) });
    return row ? toPlain<SalesPlan>(row) : null;
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<SalesPlan[]> {
    const rows = await newestFirst(this.database.model(salesPlanCollection), { _id: { $in: [...ids] }, ...published(actor) });
    return rows.map((row) => toPlain<SalesPlan>(row));
  }

  async progressOf(plan: SalesPlan, actor: Actor): Promise<PlanProgress> {
    const results = await this.resultsOf(plan.quarter);
    const scope = rowScope(actor, ['sales-manager', 'auditor', 'compliance-officer']);
    const targets = plan.targets.filter(({ employeeId }) => scope.kind === 'all' || scope.employeeId === employeeId);
    return {
      department: achievementsOf(plan.department, sumOf([...results.values()])),
      people: targets.map((target) => ({
        employeeId: target.employeeId,
        achievements: achievementsOf(target, results.get(target.employeeId) ?? NO_FIGURES),
      })),
    };
  }

  /** What each salesperson has reached in a quarter, from the loans that stand. */
  resultsOf(quarter: string): Promise<ReadonlyMap<string, Figures>> {
    return this.reached.ask(quarter);
  }

  private async resultsIn(quarter: string): Promise<ReadonlyMap<string, Figures>> {
    const { from, to } = quarterRange(quarter);
    const within = { disbursedOn: { $gte: from, $lte: to } };
    const rows = await this.database
      .collection(customerResultsCollection.name)
      .aggregate<ResultRow>([
        { $match: { loans: { $elemMatch: within } } },
        { $unwind: '$loans' },
        { $match: { 'loans.disbursedOn': within.disbursedOn, 'loans.reversed': false } },
        {
          $group: {
            _id: '$loans.salespersonId',
            disbursedFen: { $sum: '$loans.amountFen' },
            loans: { $sum: 1 },
            newCustomers: { $sum: { $cond: ['$loans.first', 1, 0] } },
          },
        },
      ])
      .toArray();
    return new Map(
      rows.map(({ _id, disbursedFen, loans, newCustomers }) => [_id, { disbursedFen: Number(disbursedFen), loans, newCustomers }]),
    );
  }
}

function published(actor: Actor): Record<string, string> {
  return actor.kind === 'employee' && !actor.roles.includes('sales-manager') ? { state: 'published' } : {};
}

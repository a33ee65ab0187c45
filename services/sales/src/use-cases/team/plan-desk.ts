import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { Figures } from '../../domain/team/figures.js';
import type { PlanContent } from '../../domain/team/sales-plan.js';
import { MarketReports } from '../../persistence/team/team.repository.js';

/** Money in fen. */
interface FiguresRequest {
  readonly disbursed: number;
  readonly loans: number;
  readonly newCustomers: number;
}

/** What a plan says, as it is asked for. */
export interface PlanRequest {
  readonly strategy: string;
  readonly initiatives?: readonly { readonly title: string; readonly ownerId: string; readonly dueOn: LocalDate }[] | null;
  readonly reportIds?: readonly string[] | null;
  readonly department: FiguresRequest;
  readonly targets: readonly (FiguresRequest & { readonly employeeId: string })[];
}

/** What every act on a sales plan needs: who sells, and that what the plan names is there. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly directory: EmployeeDirectory,
    private readonly reports: MarketReports,
  ) {}

  /** Active salespeople. */
  async salespeople(tx: Tx): Promise<readonly string[]> {
    return (await this.directory.holding('salesperson', tx)).map((row) => row._id);
  }

  /** Throws DomainError NOT_A_SALESPERSON or REPORT_UNKNOWN for what the plan names and is not there. */
  async content(request: PlanRequest, tx: Tx): Promise<PlanContent> {
    const salespeople = await this.salespeople(tx);
    const stranger = request.targets.find(({ employeeId }) => !salespeople.includes(employeeId));
    if (stranger) throw new DomainError('NOT_A_SALESPERSON', { employeeId: stranger.employeeId }, 'targets');
    const reportIds = [...new Set(request.reportIds ?? [])];
    for (const reportId of reportIds)
      if (!(await this.reports.find(reportId, tx))) throw new DomainError('REPORT_UNKNOWN', { reportId }, 'reportIds');
    return {
      strategy: request.strategy,
      initiatives: (request.initiatives ?? []).map(({ title, ownerId, dueOn }) => ({ title, ownerId, dueOn })),
      reportIds,
      department: figuresOf(request.department),
      targets: request.targets.map((target) => ({ employeeId: target.employeeId, ...figuresOf(target) })),
    };
  }
}

function figuresOf({ disbursed, loans, newCustomers }: FiguresRequest): Figures {
  return { disbursedFen: disbursed, loans, newCustomers };
}

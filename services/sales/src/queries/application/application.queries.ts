import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { checklistOf } from '../../domain/application/documents.js';
import type { ChecklistItem } from '../../domain/application/documents.js';
import { stageOf, timelineOf } from '../../domain/application/stage.js';
import type { ApplicationStage, StageEntry } from '../../domain/application/stage.js';
import { applicationOf } from '../../persistence/application/application.repository.js';
import { applicationCollection } from '../../persistence/application/application.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { duePageOf } from '../due-page.js';
import { newestFirst } from '../rows.js';

/** An application with what is computed from it. */
export interface ApplicationView extends LoanApplication {
  readonly stage: ApplicationStage;
  readonly timeline: readonly StageEntry[];
  readonly checklist: readonly ChecklistItem[];
  /** Payment orders that finance has sent back, as far as sales knows. */
  readonly paymentsReturned: number;
  /** The earliest inspection that is not done. */
  readonly nextInspectionOn: string | null;
}

export interface ApplicationFilter extends PageRequest {
  readonly stage?: string | null;
  readonly customerId?: string | null;
}

/** The read side of applications, in the scope of who asks. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ApplicationView[]> {
    return (await newestFirst(this.model(), { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') })).map(toView);
  }

  list({ stage, customerId, ...page }: ApplicationFilter, actor: Actor): Promise<Page<ApplicationView>> {
    const filter = { ...salesScope(actor, 'salespersonId'), ...(stage ? { stage } : {}), ...(customerId ? { customerId } : {}) };
    return pageOf(this.model(), page, { filter, map: toView });
  }

  async ofCustomers(customerIds: readonly string[], actor: Actor): Promise<ApplicationView[]> {
    const filter = { customerId: { $in: [...customerIds] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.model(), filter)).map(toView);
  }

  /** Applications whose customer has to be told something [2.11]. */
  withOpenTasks(page: PageRequest, actor: Actor): Promise<Page<ApplicationView>> {
    return pageOf(this.model(), page, { filter: { taskDueAt: { $type: 'date' }, ...salesScope(actor, 'salespersonId') }, map: toView });
  }

  /** Applications with an inspection that is due today or overdue, most overdue first [4.20]. */
  withDueInspections(page: PageRequest, actor: Actor): Promise<Page<ApplicationView>> {
    const plan = { field: 'inspectionDueOn', type: 'string' as const, until: this.clock.today() };
    return duePageOf(this.model(), page, { ...plan, filter: salesScope(actor, 'salespersonId'), map: toView });
  }

  /** Applications with a warning that the superior has not acknowledged, most overdue first [4.23]. */
  withOpenWarnings(page: PageRequest, actor: Actor): Promise<Page<ApplicationView>> {
    const plan = { field: 'warningDueAt', type: 'date' as const, filter: salesScope(actor, 'salespersonId'), map: toView };
    return duePageOf(this.model(), page, plan);
  }

  private model() {
    return this.database.model(applicationCollection);
  }
}

function toView(row: Stored): ApplicationView {
  const application = applicationOf(row);
  return {
    ...application,
    stage: stageOf(application),
    timeline: timelineOf(application),
    checklist: checklistOf(application.customerType, application.documents),
    paymentsReturned: application.facts.paymentReturned.length,
    nextInspectionOn: (row as Stored & { inspectionDueOn?: string | null }).inspectionDueOn ?? null,
  };
}

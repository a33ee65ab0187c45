import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { checklistOf } from '../../domain/application/checklist.js';
import type { ChecklistItem } from '../../domain/application/checklist.js';
import { customerProgress } from '../../domain/application/customer-progress.js';
import type { CustomerProgress } from '../../domain/application/customer-progress.js';
import type { CustomerKind } from '../../domain/customer/customer.js';
import { stageOf, timelineOf } from '../../domain/application/stage.js';
import type { ApplicationStage, StageEntry } from '../../domain/application/stage.js';
import { owedOn } from '../../domain/application/worklists.js';
import type { Owed, Worklist } from '../../domain/application/worklists.js';
import { applicationOf } from '../../persistence/application/application.repository.js';
import { applicationCollection } from '../../persistence/application/application.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

/** An application with what is computed from it. */
export interface ApplicationView extends LoanApplication, Owed {
  readonly stage: ApplicationStage;
  readonly timeline: readonly StageEntry[];
  readonly checklist: readonly ChecklistItem[];
  /** Payment orders that finance has sent back, as far as sales knows. */
  readonly paymentsReturned: number;
  /** The earliest inspection that is not done. */
  readonly nextInspectionOn: string | null;
}

/** What a list of something else shows of an application; the whole is many times as much. */
export const APPLICATION_HEAD = ['id', 'customerType', 'stage', 'createdAt', 'version'] as const;
export type ApplicationHead = Pick<ApplicationView, (typeof APPLICATION_HEAD)[number]>;

export interface ApplicationFilter extends PageRequest {
  readonly stage?: string | null;
  readonly customerId?: string | null;
}

export interface WorklistFilter extends PageRequest {
  readonly worklist: Worklist;
  /** Only what is past its moment, or its day. */
  readonly late?: boolean | null;
}

/** By what a row of each list is late; collecting papers has no moment of its own. */
const DUE: Readonly<Record<Worklist, { readonly field: string; readonly isDay: boolean } | null>> = {
  DOCUMENTS: null,
  DOCUMENTS_RUN_OUT: { field: 'documentExpiresOn', isDay: true },
  SUPPLEMENT: { field: 'supplementDueAt', isDay: false },
  INFORM: { field: 'taskDueAt', isDay: false },
  QUESTIONS: { field: 'questionDueAt', isDay: false },
  CONDITIONS: { field: 'conditionDueOn', isDay: true },
};

/** The read side of applications, in the scope of who asks. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ApplicationView[]> {
    return (await newestFirst(this.model(), { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') })).map((row) =>
      this.toView(row),
    );
  }

  async headsByIds(ids: readonly string[], actor: Actor): Promise<ApplicationHead[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.model(), filter, APPLICATION_HEAD)).map((row) => toPlain<ApplicationHead>(row));
  }

  list({ stage, customerId, ...page }: ApplicationFilter, actor: Actor): Promise<Page<ApplicationView>> {
    const filter = { ...salesScope(actor, 'salespersonId'), ...(stage ? { stage } : {}), ...(customerId ? { customerId } : {}) };
    return pageOf(this.model(), page, { filter, map: (row) => this.toView(row) });
  }

  async ofCustomers(customerIds: readonly string[], actor: Actor): Promise<ApplicationView[]> {
    const filter = { customerId: { $in: [...customerIds] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.model(), filter)).map((row) => this.toView(row));
  }

  /** Applications whose customer has to be told something [2.11]. */
  withOpenTasks(page: PageRequest, actor: Actor): Promise<Page<ApplicationView>> {
    return this.onWorklist({ ...page, worklist: 'INFORM' }, actor);
  }

  /** What somebody has to do, list by list, newest first [1.6, 2.10, 4.7, 4.14]. */
  onWorklist({ worklist, late, ...page }: WorklistFilter, actor: Actor): Promise<Page<ApplicationView>> {
    const due = DUE[worklist];
    const past = late && due ? { [due.field]: { $lt: due.isDay ? this.clock.today() : this.clock.now() } } : {};
    const filter = { worklists: worklist, ...past, ...salesScope(actor, 'salespersonId') };
    return pageOf(this.model(), page, { filter, map: (row) => this.toView(row) });
  }

  /** What a kind of customer has to bring, before there is an application [4.5]. */
  checklist(customerType: CustomerKind): readonly ChecklistItem[] {
    return checklistOf(customerType, [], this.clock.today());
  }

  /** How an application goes, as the customer may read it; null when it is not there for who asks [2.11]. */
  async progress(applicationId: string, actor: Actor): Promise<CustomerProgress | null> {
    const [row] = await newestFirst(this.model(), { _id: applicationId, ...salesScope(actor, 'salespersonId') });
    return row ? customerProgress(applicationOf(row)) : null;
  }

  /** Applications with an inspection that is due today or overdue, most overdue first [4.20]. */
  withDueInspections(page: PageRequest, actor: Actor): Promise<Page<ApplicationView>> {
    const plan = { field: 'inspectionDueOn', type: 'string' as const, until: this.clock.today() };
    return duePageOf(this.model(), page, { ...plan, filter: salesScope(actor, 'salespersonId'), map: (row) => this.toView(row) });
  }

  /** Applications with a warning that the superior has not acknowledged, most overdue first [4.23]. */
  withOpenWarnings(page: PageRequest, actor: Actor): Promise<Page<ApplicationView>> {
    const plan = { field: 'warningDueAt', type: 'date' as const, filter: salesScope(actor, 'salespersonId') };
    return duePageOf(this.model(), page, { ...plan, map: (row) => this.toView(row) });
  }

  private model() {
    return this.database.model(applicationCollection);
  }

  private toView(row: Stored): ApplicationView {
    const application = applicationOf(row);
    const today = this.clock.today();
    return {
      ...application,
      ...owedOn(application),
      stage: stageOf(application),
      // Worked out for whoever asks: most who look at many applications do not.
      get timeline() {
        return timelineOf(application);
      },
      get checklist() {
        return checklistOf(application.customerType, application.documents, today);
      },
      paymentsReturned: application.facts.paymentReturned.length,
      nextInspectionOn: (row as Stored & { inspectionDueOn?: string | null }).inspectionDueOn ?? null,
    };
  }
}

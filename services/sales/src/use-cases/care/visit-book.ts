import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { alignVisit, endVisit, planVisit } from '../../domain/care/visit-plan.js';
import type { NewVisitPlan, PlannedVisit, VisitEnd, VisitWindow } from '../../domain/care/visit-plan.js';
import type { PlannedVisitEvent } from '../../domain/care/visit-plan.machine.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { nextVisitOn } from '../../domain/customer/service-plan.js';
import { PlannedVisits } from '../../persistence/care/visit.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { WorkingDeadlines } from '../working-deadlines.js';

type NextVisit = Pick<NewVisitPlan, 'plannedOn' | 'origin'> & Partial<NewVisitPlan>;

/** Keeps the one visit that comes next for each customer, on the day that stands in his file. */
@Injectable()
export class VisitBook {
  constructor(
    readonly plans: PlannedVisits,
    private readonly customers: Customers,
    private readonly deadlines: WorkingDeadlines,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** The visit that comes next; made from the file when nobody has planned it yet. */
  async openOf(customer: Customer, tx: Tx): Promise<PlannedVisit> {
    return (await this.plans.openOf(customer.id, tx)) ?? this.insert(customer, { plannedOn: customer.nextVisitOn, origin: 'GRADE' }, tx);
  }

  /** The day that the grade gives after a visit on `from`. */
  async dayByGrade(customer: Customer, from: LocalDate): Promise<LocalDate> {
    return nextVisitOn(customer.grades.at(-1)?.grade ?? null, from, await this.deadlines.visitIntervals(this.clock.today()));
  }

  /** The days that a person may set for the visit. */
  async window(customer: Customer): Promise<VisitWindow> {
    const today = this.clock.today();
    return { today, latestOn: await this.dayByGrade(customer, today) };
  }

  /** The days for another attempt: soon, and no later than the grade allows. */
  async windowOfAgain(customer: Customer): Promise<VisitWindow> {
    const { today, latestOn } = await this.window(customer);
    const soon = addDays(today, await this.parameters.number('visit.again-within', today));
    return { today, latestOn: soon < latestOn ? soon : latestOn };
  }

  /** Keeps a plan that was moved, and its day in the file. */
  async move(customer: Customer, plan: PlannedVisit, tx: Tx): Promise<void> {
    await this.plans.save(plan, tx);
    await this.customers.save({ ...customer, nextVisitOn: plan.plannedOn }, tx);
  }

  /** Ends the visit that comes next and plans the one after it. Returns the one that ended. */
  async end(customer: Customer, over: { event: PlannedVisitEvent; end: VisitEnd; next: NextVisit }, tx: Tx): Promise<PlannedVisit> {
    const open = await this.openOf(customer, tx);
    await this.plans.save(endVisit(open, over.event, over.end), tx);
    await this.insert(customer, over.next, tx);
    await this.customers.save({ ...customer, nextVisitOn: over.next.plannedOn }, tx);
    return open;
  }

  /** Nothing comes next that was not planned already; whoever records a visit at the same moment has to look again. */
  async leave(customer: Customer, tx: Tx): Promise<null> {
    await this.customers.lock(customer.id, tx);
    return null;
  }

  /** The grade or the owner may have changed: the visit says again what the file says. */
  async align(customer: Customer, tx: Tx): Promise<void> {
    const open = await this.openOf(customer, tx);
    const to = { plannedOn: customer.nextVisitOn, salespersonId: customer.ownerId };
    if (open.plannedOn !== to.plannedOn || open.salespersonId !== to.salespersonId) await this.plans.save(alignVisit(open, to), tx);
  }

  private insert(customer: Customer, next: NextVisit, tx: Tx): Promise<PlannedVisit> {
    const base = { id: newId('plv'), customerId: customer.id, salespersonId: customer.ownerId, plannedAt: this.clock.now() };
    return this.plans.insert(planVisit({ ...base, ...next }), tx);
  }
}

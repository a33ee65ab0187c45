import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { wordsForOthers } from '../../domain/application/information-requests.js';
import type { VisitWay } from '../../domain/care/return-visit.js';
import { moveVisit } from '../../domain/care/visit-plan.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { VisitBook } from './visit-book.js';

export interface PlanVisitRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly plannedOn: LocalDate;
  readonly way?: VisitWay | null;
  readonly purpose?: string | null;
}

/** Sets the day of a customer's next visit by hand, within what his grade allows [3.10, 3.11]. */
@Injectable()
export class PlanVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly book: VisitBook,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PlanVisitRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'plan-visit', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const purpose = input.purpose ? wordsForOthers(input.purpose, 'purpose') : null;
      const wish = { plannedOn: input.plannedOn, way: input.way ?? null, purpose, by, at: this.clock.now() };
      await this.book.move(customer, moveVisit(await this.book.openOf(customer, tx), wish, await this.book.window(customer)), tx);
      return customer.id;
    });
  }
}

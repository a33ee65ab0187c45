import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { checkVisit } from '../../domain/after-loan/return-visit.js';
import type { VisitWay } from '../../domain/after-loan/return-visit.js';
import { nextVisitOn } from '../../domain/customer/service-plan.js';
import { ReturnVisits } from '../../persistence/contract/contract.repository.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { WorkingDeadlines } from '../working-deadlines.js';

export interface RecordReturnVisitRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly visitedOn?: LocalDate | null;
  readonly way: VisitWay;
  readonly useOfLoan: string;
  readonly business: string;
  readonly furtherNeeds: string;
  readonly satisfaction?: number | null;
}

/** Records a return visit with its three sections; the next one is planned by the grade, a mark goes to the appraisal [2.13, 3.11, 5.2]. */
@Injectable()
export class RecordReturnVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly visits: ReturnVisits,
    private readonly deadlines: WorkingDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordReturnVisitRequest): Promise<string> {
    const salespersonId = employeeIdOf(actor);
    return this.work.once({ operation: 'record-return-visit', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const today = this.clock.today();
      const { way, useOfLoan, business, furtherNeeds } = input;
      const said = {
        visitedOn: input.visitedOn ?? today,
        way,
        useOfLoan,
        business,
        furtherNeeds,
        satisfaction: input.satisfaction ?? null,
      };
      checkVisit(said, today);
      const visit = { id: newId('vis'), version: 0, customerId: customer.id, salespersonId, ...said, recordedAt: this.clock.now() };
      await this.visits.insert(visit, tx);
      const planned = nextVisitOn(customer.grades.at(-1)?.grade ?? null, said.visitedOn, await this.deadlines.visitIntervals(today));
      await this.desk.customers.save({ ...customer, nextVisitOn: planned }, tx);
      if (said.satisfaction !== null) {
        const data = { customerId: customer.id, salespersonId: customer.ownerId, score: said.satisfaction, recordedOn: said.visitedOn };
        await this.outbox.add(event('sales.satisfaction-recorded.v1', customer.id, data), tx);
      }
      return customer.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { gradeCustomer } from '../../domain/customer/scorecard/grade.js';
import { nextVisitOn } from '../../domain/customer/service-plan.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { CustomerDesk } from './customer-desk.js';

export interface GradeCustomerRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
}

/** Grades a customer by the scorecard in force; every grade stays in the history, the next visit follows the grade [3.9, 3.10]. */
@Injectable()
export class GradeCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: GradeCustomerRequest): Promise<string> {
    return this.work.once({ operation: 'grade-customer', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const today = this.clock.today();
      const result = gradeCustomer({ type: customer.type, profile: customer.profile });
      const planned = nextVisitOn(result.grade, today, await this.deadlines.visitIntervals(today));
      const entry = { ...result, gradedOn: today, by: employeeIdOf(actor) };
      await this.desk.customers.save({ ...customer, grades: [...customer.grades, entry], nextVisitOn: planned }, tx);
      return customer.id;
    });
  }
}

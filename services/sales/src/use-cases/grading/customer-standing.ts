import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { Customer, GradeCause } from '../../domain/customer/customer-file.js';
import { regrade } from '../../domain/customer/regrade.js';
import { GradeScorecards } from '../../persistence/grading/scorecard.repository.js';
import { WorkingDeadlines } from '../working-deadlines.js';

/** Keeps the grade of a customer true: every act that changes what it rests on asks here, in its own transaction. */
@Injectable()
export class CustomerStanding {
  constructor(
    private readonly scorecards: GradeScorecards,
    private readonly deadlines: WorkingDeadlines,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** The customer with his grade of today; not saved. */
  async graded(customer: Customer, cause: GradeCause, tx: Tx): Promise<Customer> {
    return (await this.gradedAll([customer], cause, tx))[0] ?? customer;
  }

  /** Many at once, by the same rules. */
  async gradedAll(customers: readonly Customer[], cause: GradeCause, tx: Tx): Promise<Customer[]> {
    const on = this.clock.today();
    const rules = {
      scorecard: await this.scorecards.inForce(on, tx),
      intervals: await this.deadlines.visitIntervals(on),
      maxAgeDays: await this.parameters.number('grade.max-age', on),
    };
    return customers.map((customer) => regrade(customer, rules, { on, cause, by: byOf(tx.actor) }));
  }
}

const byOf = (actor: Actor): string => (actor.kind === 'employee' ? employeeIdOf(actor) : 'system');

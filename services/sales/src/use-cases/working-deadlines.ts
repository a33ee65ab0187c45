import { Injectable } from '@nestjs/common';
import type { ParameterKey } from '@weilend/contracts';
import { addWorkingTime, businessDateOf } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { CustomerGrade } from '../domain/customer/scorecard/grade.js';
import { RESPONSE_KEYS } from '../domain/customer/service-plan.js';
import type { VisitIntervals } from '../domain/customer/service-plan.js';
import type { LocalDate } from '@weilend/kernel';

/** Moments and intervals that the company's parameters promise, by the values in force on their own day. */
@Injectable()
export class WorkingDeadlines {
  constructor(private readonly parameters: Parameters) {}

  /** The moment at which the working time of a deadline parameter has passed since `from`. */
  async dueAt(key: ParameterKey, from: Date): Promise<Date> {
    const on = businessDateOf(from);
    return addWorkingTime(await this.parameters.calendar(on), from, await this.parameters.duration(key, on));
  }

  /** The moment by which an enquiry is answered: sooner for a customer of a better grade [1.6, 3.10]. */
  firstResponseDueAt(grade: CustomerGrade | null, from: Date): Promise<Date> {
    return this.dueAt(grade ? RESPONSE_KEYS[grade] : 'deadline.first-response', from);
  }

  /** Days between visits by grade. */
  async visitIntervals(on: LocalDate): Promise<VisitIntervals> {
    return {
      A: await this.parameters.number('visit.interval-a', on),
      B: await this.parameters.number('visit.interval-b', on),
      C: await this.parameters.number('visit.interval-c', on),
    };
  }
}

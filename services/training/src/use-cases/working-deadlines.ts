import { Injectable } from '@nestjs/common';
import type { ParameterKey } from '@weilend/contracts';
import { addWorkingTime, businessDateOf } from '@weilend/kernel';
import { Parameters } from '@weilend/service';

/** Moments that the company's parameters promise, by the values in force on their own day. */
@Injectable()
export class WorkingDeadlines {
  constructor(private readonly parameters: Parameters) {}

  /** The moment at which the working time of a deadline parameter has passed since `from`. */
  async dueAt(key: ParameterKey, from: Date): Promise<Date> {
    const on = businessDateOf(from);
    return addWorkingTime(await this.parameters.calendar(on), from, await this.parameters.duration(key, on));
  }
}

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { LeaveRules } from '../../domain/employee/leave.js';

/** The rules of leave in force on a date [1.2]. */
@Injectable()
export class LeavePolicy {
  constructor(private readonly parameters: Parameters) {}

  async on(date: LocalDate): Promise<LeaveRules & { today: LocalDate }> {
    const texts = await this.parameters.texts(['leave.longest-days', 'leave.late-days'], date);
    return { longestDays: Number(texts['leave.longest-days']), lateDays: Number(texts['leave.late-days']), today: date };
  }
}

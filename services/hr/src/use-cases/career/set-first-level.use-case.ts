import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Level } from '../../domain/career/ladder.js';
import { setFirstLevel } from '../../domain/career/standing.js';
import { place } from '../../domain/employee/employee.js';
import { AppraisalRecord } from '../../persistence/career/appraisal-record.repository.js';
import { EmployeeBook } from '../employee/employee-book.js';
import { CareerDesk } from './career-desk.js';

export interface SetFirstLevelRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly level: Level;
  readonly reason: string;
}

const FIRST = '0000-Q1';

/** hr says on which level somebody with experience begins; later only a promotion moves him [5.7, 6.10]. */
@Injectable()
export class SetFirstLevel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CareerDesk,
    private readonly record: AppraisalRecord,
    private readonly book: EmployeeBook,
  ) {}

  /** Throws OWN_LEVEL, FIRST_LEVEL_SETTLED, LEVEL_NEEDS_APPOINTMENT or NOT_ON_LADDER. */
  execute(actor: Actor, input: SetFirstLevelRequest): Promise<string> {
    return this.work.once({ operation: 'set-first-level', actor, input }, async (tx) => {
      const { employeeId, level, reason } = input;
      const standing = await this.desk.standingOf(employeeId, tx);
      const closedQuarters = (await this.record.closedOf([employeeId], FIRST, tx)).get(employeeId)?.length ?? 0;
      await this.desk.standings.put(setFirstLevel(standing, { level, reason, by: employeeIdOf(actor), closedQuarters }), tx);
      const employee = await this.book.get(employeeId, tx);
      await this.book.change(employee, place(employee, { ...employee, level }), { actor, reason }, tx);
      return employeeId;
    });
  }
}

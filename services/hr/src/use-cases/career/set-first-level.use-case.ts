import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Level } from '../../domain/career/ladder.js';
import { askFirstLevel, confirmFirstLevel } from '../../domain/career/standing.js';
import { place } from '../../domain/employee/employee.js';
import { AppraisalRecord } from '../../persistence/career/appraisal-record.repository.js';
import { EmployeeBook } from '../employee/employee-book.js';
import { CareerDesk } from './career-desk.js';

export interface ConfirmFirstLevelRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly level: Level;
}
export interface SetFirstLevelRequest extends ConfirmFirstLevelRequest {
  readonly reason: string;
}

const FIRST = '0000-Q1';

/** hr says on which level somebody with experience begins, one person asking and another one confirming; later only a promotion moves him [5.7, 6.10]. */
@Injectable()
export class SetFirstLevel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CareerDesk,
    private readonly record: AppraisalRecord,
    private readonly book: EmployeeBook,
  ) {}

  /** Throws OWN_LEVEL, FIRST_LEVEL_SETTLED, LEVEL_NEEDS_APPOINTMENT, CAREER_TEXT_TOO_SHORT or NOT_ON_LADDER. */
  execute(actor: Actor, input: SetFirstLevelRequest): Promise<string> {
    return this.work.once({ operation: 'set-first-level', actor, input }, async (tx) => {
      const { employeeId, level, reason } = input;
      const standing = await this.desk.standingOf(employeeId, tx);
      const asked = { level, reason, by: employeeIdOf(actor) };
      await this.desk.standings.put(askFirstLevel(standing, asked, await this.closedQuarters(employeeId, tx)), tx);
      return employeeId;
    });
  }

  /** Throws FIRST_LEVEL_NOT_ASKED, FIRST_LEVEL_SAME_PERSON, OWN_LEVEL, FIRST_LEVEL_SETTLED or NOT_ON_LADDER. */
  confirm(actor: Actor, input: ConfirmFirstLevelRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-first-level', actor, input }, async (tx) => {
      const { employeeId, level } = input;
      const standing = await this.desk.standingOf(employeeId, tx);
      const of = { level, by: employeeIdOf(actor), closedQuarters: await this.closedQuarters(employeeId, tx) };
      const confirmed = await this.desk.standings.put(confirmFirstLevel(standing, of), tx);
      const employee = await this.book.get(employeeId, tx);
      const reason = confirmed.history.at(-1)?.note ?? null;
      await this.book.change(employee, place(employee, { ...employee, level }), { actor, reason }, tx);
      return employeeId;
    });
  }

  private async closedQuarters(employeeId: string, tx: Tx): Promise<number> {
    return (await this.record.closedOf([employeeId], FIRST, tx)).get(employeeId)?.length ?? 0;
  }
}

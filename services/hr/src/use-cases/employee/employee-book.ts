import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { checkRung } from '../../domain/career/standing.js';
import { changedFacts, factsOf } from '../../domain/employee/employee-change.js';
import type { EmployeeChangeKind } from '../../domain/employee/employee-change.js';
import { checkManager } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { afterPlacing } from '../../domain/employee/power.js';
import { Standings } from '../../persistence/career/career.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { Leaves } from '../../persistence/employee/leave.repository.js';
import { EmployeeNews } from './employee-news.js';
import { handOf } from './hand-of.js';

/** Who changes a person, and why. */
export interface ChangeCause {
  readonly actor: Actor;
  readonly reason?: string | null;
  /** When it is more than its facts tell: a promotion. */
  readonly kind?: EmployeeChangeKind;
}

/** The one place where a person is written: the employee, the row of the history and the news to every department go together [1.3, 2.1, 2.2]. */
@Injectable()
export class EmployeeBook {
  constructor(
    private readonly employees: Employees,
    private readonly standings: Standings,
    private readonly leaves: Leaves,
    readonly news: EmployeeNews,
  ) {}

  get(employeeId: string, tx: Tx): Promise<Employee> {
    return this.employees.get(employeeId, tx);
  }

  /** Who had this name and does not come back, or null. */
  goneForGood(name: string, tx: Tx): Promise<Employee | null> {
    return this.employees.goneForGood(name, tx);
  }

  /** A new person. Throws EMPLOYEE_NUMBER_TAKEN, SALES_MANAGER_EXISTS, or what is wrong with his level or his manager. */
  async hire(person: Employee, cause: ChangeCause, tx: Tx): Promise<Employee> {
    if (await this.employees.byNumber(person.employeeNo, tx))
      throw new DomainError('EMPLOYEE_NUMBER_TAKEN', { employeeNo: person.employeeNo }, 'employeeNo');
    await this.checkPlace(person, null, cause, tx);
    const kept = await this.employees.insert(afterPlacing(null, person, handOf(cause.actor)), tx);
    await this.news.tell(null, kept, cause, tx);
    return kept;
  }

  /** A person who is changed; one in whom nothing changes is left alone, without a row. Throws as `hire`. */
  async change(before: Employee, after: Employee, cause: ChangeCause, tx: Tx): Promise<Employee> {
    if (changedFacts(factsOf(before), factsOf(after)).length === 0) return before;
    await this.checkPlace(after, before, cause, tx);
    const kept = await this.employees.save(afterPlacing(before, after, handOf(cause.actor)), tx);
    await this.news.tell(before, kept, cause, tx);
    if (before.managerId !== kept.managerId) await this.leaves.follow(kept.id, kept.managerId, tx);
    return kept;
  }

  /** A second person has confirmed what somebody was given. */
  confirmed(person: Employee, tx: Tx): Promise<Employee> {
    return this.employees.save(person, tx);
  }

  /** The unique index guards the one sales manager against races; here the refusal gets its words. */
  private async checkPlace(employee: Employee, before: Employee | null, { actor }: ChangeCause, tx: Tx): Promise<void> {
    if (employee.leadsSales && !before?.leadsSales && (await this.employees.activeSalesManager(tx)))
      throw new DomainError('SALES_MANAGER_EXISTS', {}, 'roles');
    const standing = before && (await this.standings.find(before.id, tx));
    checkRung(before, employee, { standing, administrates: handOf(actor).administrates });
    const { id, managerId } = employee;
    const keptManager = before?.active === true && before.managerId === managerId;
    if (!employee.active || managerId === null || keptManager) return;
    const line = managerId === id ? [] : await this.employees.lockLine(managerId, tx);
    checkManager(id, managerId, line);
  }
}

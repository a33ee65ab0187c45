import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { changedFacts, changeKind, effectiveDay, factsOf } from '../../domain/employee/employee-change.js';
import type { EmployeeChangeKind } from '../../domain/employee/employee-change.js';
import { checkManager } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { written } from '../../domain/employee/wording.js';
import { givesPower } from '../../domain/sign-in/security-event.js';
import { EmployeeChanges } from '../../persistence/employee/employee-change.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { employeeChanged } from './employee-facts.js';

/** Who changes a person, and why. */
export interface ChangeCause {
  readonly actor: Actor;
  readonly reason?: string | null;
  /** When it is more than its facts tell: a promotion. */
  readonly kind?: EmployeeChangeKind;
}

/** The one place where a person is written: the employee, the row of the history and the news to every department go together, with a word in the security log where power is given [1.3, 2.1, 2.2]. */
@Injectable()
export class EmployeeBook {
  constructor(
    private readonly employees: Employees,
    private readonly changes: EmployeeChanges,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
    private readonly security: SecurityLog,
  ) {}

  get(employeeId: string, tx: Tx): Promise<Employee> {
    return this.employees.get(employeeId, tx);
  }

  /** A new person. Throws EMPLOYEE_NUMBER_TAKEN, SALES_MANAGER_EXISTS or what is wrong with the manager. */
  async hire(employee: Employee, cause: ChangeCause, tx: Tx): Promise<Employee> {
    if (await this.employees.byNumber(employee.employeeNo, tx))
      throw new DomainError('EMPLOYEE_NUMBER_TAKEN', { employeeNo: employee.employeeNo }, 'employeeNo');
    await this.checkPlace(employee, null, tx);
    const kept = await this.employees.insert(employee, tx);
    await this.tell(null, kept, cause, tx);
    return kept;
  }

  /** A person who is changed; one in whom nothing changes is left alone, without a row. Throws as `hire`. */
  async change(before: Employee, after: Employee, cause: ChangeCause, tx: Tx): Promise<Employee> {
    if (changedFacts(factsOf(before), factsOf(after)).length === 0) return before;
    await this.checkPlace(after, before, tx);
    const kept = await this.employees.save(after, tx);
    await this.tell(before, kept, cause, tx);
    return kept;
  }

  /** The unique index guards the one sales manager against races; here the refusal gets its words. */
  private async checkPlace(employee: Employee, before: Employee | null, tx: Tx): Promise<void> {
    if (employee.leadsSales && !before?.leadsSales && (await this.employees.activeSalesManager(tx)))
      throw new DomainError('SALES_MANAGER_EXISTS', {}, 'roles');
    const { id, managerId } = employee;
    const keptManager = before?.active === true && before.managerId === managerId;
    if (!employee.active || managerId === null || keptManager) return;
    const line = managerId === id ? [] : await this.employees.lockLine(managerId, tx);
    checkManager(id, managerId, line);
  }

  private async tell(before: Employee | null, after: Employee, cause: ChangeCause, tx: Tx): Promise<void> {
    const [was, is] = [before && factsOf(before), factsOf(after)];
    const kind = cause.kind ?? changeKind(was, is);
    await this.changes.insert(
      {
        ...{ id: newId('emc'), version: 0, employeeId: after.id, kind, before: was, after: is },
        effectiveOn: effectiveDay(kind, after.hiredOn, this.clock.today()),
        reason: written(cause.reason),
        changedBy: actorRef(cause.actor),
        recordedAt: this.clock.now(),
      },
      tx,
    );
    if (givesPower(was, is)) await this.security.note({ kind: 'POWER_GIVEN', at: this.clock.now(), employeeId: after.id }, tx);
    await this.outbox.add(employeeChanged(after), tx);
  }
}

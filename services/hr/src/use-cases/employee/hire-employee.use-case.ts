import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor, Department, LocalDate } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { hashPassword } from '../../adapters/password-hash.adapter.js';
import { hire } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { checkPasswordStrength } from '../../domain/sign-in/password.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { employeeChanged } from './employee-facts.js';

export interface HireEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeNo: string;
  readonly name: string;
  readonly department?: Department | null;
  readonly roles: readonly string[];
  readonly managerId?: string | null;
  readonly hiredOn?: LocalDate | null;
  readonly password: string;
}

/** Hires a person: employee, credential and the news to every department, in one transaction [1.3, 2.1, 2.2]. */
@Injectable()
export class HireEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly credentials: Credentials,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: HireEmployeeRequest): Promise<string> {
    checkPasswordStrength(input.password);
    const passwordHash = await hashPassword(input.password);
    const { password: _password, ...described } = input;
    return this.work.once({ operation: 'hire-employee', actor, input: described }, async (tx) => {
      const employee = hire({
        id: newId('emp'),
        employeeNo: input.employeeNo,
        name: input.name,
        department: input.department ?? null,
        roles: input.roles,
        managerId: input.managerId ?? null,
        hiredOn: input.hiredOn ?? this.clock.today(),
      });
      await this.checkUnique(employee, tx);
      await this.employees.insert(employee, tx);
      await this.credentials.insert({ id: employee.id, version: 0, passwordHash, failures: 0, lockedUntil: null }, tx);
      await this.outbox.add(employeeChanged(employee), tx);
      return employee.id;
    });
  }

  /** The unique indexes guard the same against races; here the refusal gets its words. */
  private async checkUnique(employee: Employee, tx: Tx): Promise<void> {
    if (await this.employees.byNumber(employee.employeeNo, tx))
      throw new DomainError('EMPLOYEE_NUMBER_TAKEN', { employeeNo: employee.employeeNo }, 'employeeNo');
    if (employee.leadsSales && (await this.employees.activeSalesManager(tx))) throw new DomainError('SALES_MANAGER_EXISTS', {}, 'roles');
    if (!employee.managerId) return;
    const manager = await this.employees.find(employee.managerId, tx);
    if (!manager?.active) throw new DomainError('MANAGER_UNKNOWN', { managerId: employee.managerId }, 'managerId');
  }
}

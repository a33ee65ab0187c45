import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { place } from '../../domain/employee/employee.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { employeeChanged } from './employee-facts.js';

export interface ChangeEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly department?: Department | null;
  readonly roles: readonly string[];
  readonly managerId?: string | null;
}

/** Moves a person to another department, other roles or another manager [2.1, 2.2]. */
@Injectable()
export class ChangeEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: ChangeEmployeeRequest): Promise<string> {
    return this.work.once({ operation: 'change-employee', actor, input }, (tx) => this.apply(input, tx));
  }

  /** The same inside another act: a promotion that changes roles. */
  async apply(input: ChangeEmployeeRequest, tx: Tx): Promise<string> {
    const employee = await this.employees.get(input.employeeId, tx);
    const placed = place(employee, { department: input.department ?? null, roles: input.roles, managerId: input.managerId ?? null });
    if (placed.leadsSales && !employee.leadsSales && (await this.employees.activeSalesManager(tx)))
      throw new DomainError('SALES_MANAGER_EXISTS', {}, 'roles');
    await this.employees.save(placed, tx);
    await this.outbox.add(employeeChanged(placed), tx);
    return placed.id;
  }
}

import { Injectable } from '@nestjs/common';
import { DenyList } from '@weilend/auth';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { deactivate, mayOwnCustomers } from '../../domain/employee/employee.js';
import { revoke } from '../../domain/sign-in/sign-in.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { employeeChanged } from './employee-facts.js';

export interface DeactivateEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
}

/** Ends a person's access: sign-ins revoked here at once, tokens refused everywhere within seconds [1.3]. His customers become work of sales. */
@Injectable()
export class DeactivateEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly signIns: SignIns,
    private readonly denied: DenyList,
    private readonly outbox: Outbox,
    private readonly handoffs: Handoffs,
  ) {}

  execute(actor: Actor, input: DeactivateEmployeeRequest): Promise<string> {
    return this.work.once({ operation: 'deactivate-employee', actor, input }, async (tx) => {
      const now = new Date();
      const employee = deactivate(await this.employees.get(input.employeeId, tx), employeeIdOf(actor), now);
      await this.employees.save(employee, tx);
      for (const signIn of await this.signIns.openOf(employee.id, tx)) await this.signIns.save(revoke(signIn, now), tx);
      await this.denied.add(employee.id, now, tx);
      await this.outbox.add(employeeChanged(employee), tx);
      await this.outbox.add(
        event('hr.employee-deactivated.v1', employee.id, { employeeId: employee.id, deactivatedAt: now.toISOString() }),
        tx,
      );
      const left = { employeeId: employee.id, leftAt: now.toISOString() };
      if (mayOwnCustomers(employee)) await this.handoffs.send('transfer-portfolio', { subject: employee.id, data: left }, tx);
      return employee.id;
    });
  }
}

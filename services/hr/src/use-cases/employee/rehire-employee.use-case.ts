import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkHand, rehire } from '../../domain/employee/employee.js';
import { written } from '../../domain/employee/wording.js';
import { replaced } from '../../domain/sign-in/password.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { Passwords } from '../sign-in/passwords.js';
import { EmployeeBook } from './employee-book.js';
import { handOf } from './hand-of.js';

export interface RehireEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly department?: Department | null;
  readonly roles: readonly string[];
  readonly managerId?: string | null;
  readonly position?: string | null;
  readonly level?: string | null;
  readonly reason?: string | null;
  /** A new first password. */
  readonly password: string;
}

/** Somebody who left comes back under his number, with his history; who was dismissed does not (返聘) [1.3, 2.1]. */
@Injectable()
export class RehireEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly book: EmployeeBook,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: RehireEmployeeRequest): Promise<string> {
    const { password, ...described } = input;
    const operation = 'rehire-employee';
    const person = await this.work.run({ operation, actor }, (tx) => this.employees.get(input.employeeId, tx));
    const accepted = await this.passwords.accept({ actor, operation, password, person });
    return this.work.once({ operation, actor, input: described }, async (tx) => {
      const employee = await this.book.get(input.employeeId, tx);
      checkHand(handOf(actor), employee, input.roles);
      const placement = { department: input.department ?? null, roles: input.roles, managerId: input.managerId ?? null };
      const back = rehire(employee, { ...placement, position: written(input.position), level: input.level ?? null }, this.clock.today());
      await this.book.change(employee, back, { actor, reason: input.reason }, tx);
      const credential = await this.credentials.get(employee.id, tx);
      await this.credentials.save(replaced(credential, accepted, { mustChange: true }), tx);
      return employee.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Actor, Department, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkHand, checkNamesake, hire } from '../../domain/employee/employee.js';
import { asNamesake } from '../../domain/employee/power.js';
import { written } from '../../domain/employee/wording.js';
import { firstCredential } from '../../domain/sign-in/password.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { Passwords } from '../sign-in/passwords.js';
import { EmployeeBook } from './employee-book.js';
import { handOf } from './hand-of.js';

export interface HireEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeNo: string;
  readonly name: string;
  readonly department?: Department | null;
  readonly roles: readonly string[];
  readonly managerId?: string | null;
  readonly position?: string | null;
  readonly level?: string | null;
  readonly hiredOn?: LocalDate | null;
  readonly reason?: string | null;
  /** Has the name of somebody who left for good, and is not he. */
  readonly anotherPerson?: boolean | null;
  /** Good for one sign-in, at which he chooses his own; the first administrator's is his own already. */
  readonly password: string;
}

/** Hires a person: employee, credential, history and the news to every department, in one transaction [1.3, 2.1, 2.2]. */
@Injectable()
export class HireEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: EmployeeBook,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: HireEmployeeRequest): Promise<string> {
    const accepted = await this.passwords.accept({ actor, operation: 'hire-employee', password: input.password, person: input });
    const { password: _password, ...described } = input;
    return this.work.once({ operation: 'hire-employee', actor, input: described }, async (tx) => {
      const employee = hire({
        ...{ id: newId('emp'), employeeNo: input.employeeNo, name: input.name, hiredOn: input.hiredOn ?? this.clock.today() },
        ...{ department: input.department ?? null, roles: input.roles, managerId: input.managerId ?? null },
        ...{ position: written(input.position), level: input.level ?? null },
      });
      const hand = handOf(actor);
      checkHand(hand, employee);
      const namesake = await this.book.goneForGood(employee.name, tx);
      checkNamesake(namesake, { another: input.anotherPerson ?? false, reason: written(input.reason) });
      await this.book.hire(namesake ? asNamesake(employee, hand) : employee, { actor, reason: input.reason }, tx);
      await this.credentials.insert(firstCredential(employee.id, accepted, { mustChange: actor.kind === 'employee' }), tx);
      return employee.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { checkHand } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { afterReset } from '../../domain/employee/power.js';
import type { Credential } from '../../domain/sign-in/password.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { handOf } from '../employee/hand-of.js';
import { PasswordChange } from './password-change.js';
import { Passwords } from './passwords.js';

export interface ResetPasswordRequest {
  readonly employeeId: string;
  readonly newPassword: string;
}

/** Hr gives somebody a new password, who has forgotten his or is locked out; he chooses his own at the next sign-in, and is signed out everywhere. A second person confirms it for who has power [1.3]. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly credentials: Credentials,
    private readonly signIns: SignIns,
    private readonly passwords: Passwords,
    private readonly change: PasswordChange,
  ) {}

  async execute(actor: Actor, input: ResetPasswordRequest): Promise<string> {
    const operation = 'reset-password';
    const { employeeId, newPassword: password } = input;
    const { person, before } = await this.work.run({ actor, operation }, (tx) => this.look(actor, employeeId, tx));
    const accepted = await this.passwords.accept({ actor, operation, password, person, before });
    const at = await this.signIns.now();
    return this.work.run({ actor, operation }, async (tx) => {
      // Locked and read again: a sign-in with the old password that began meanwhile is ended too, and nobody is reset who has left or risen.
      await this.employees.lock(employeeId, tx);
      const { person: now, before: credential } = await this.look(actor, employeeId, tx);
      const held = afterReset(now, handOf(actor));
      if (held !== now) await this.employees.save(held, tx);
      await this.change.apply({ credential, accepted, at, byAnother: true }, tx);
      return employeeId;
    });
  }

  private async look(actor: Actor, employeeId: string, tx: Tx): Promise<{ person: Employee; before: Credential }> {
    if (employeeId === employeeIdOf(actor)) throw new DomainError('OWN_PASSWORD_RESET', {}, 'employeeId');
    const person = await this.employees.get(employeeId, tx);
    checkHand(handOf(actor), person);
    if (!person.active) throw new DomainError('EMPLOYEE_LEFT', { employeeNo: person.employeeNo }, 'employeeId');
    return { person, before: await this.credentials.get(person.id, tx) };
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { passwordMatches } from '../../adapters/password-hash.adapter.js';
import type { Employee } from '../../domain/employee/employee.js';
import { afterFailure, afterSuccess, checkNotLocked } from '../../domain/sign-in/password.js';
import { startSignIn } from '../../domain/sign-in/sign-in.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { newRefreshToken, tokenHash, TokenIssuer } from './token-issuer.js';
import type { IssuedTokens } from './token-issuer.js';

export interface SignInRequest {
  readonly employeeNo: string;
  readonly password: string;
}

/** Signs a person in; wrong passwords are counted and lock the account; nobody learns whether a number exists [1.3]. */
@Injectable()
export class StartSignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly credentials: Credentials,
    private readonly signIns: SignIns,
    private readonly tokens: TokenIssuer,
  ) {}

  async execute(actor: Actor, input: SignInRequest): Promise<IssuedTokens & { employeeId: string }> {
    const { employee, passwordHash } = await this.look(actor, input.employeeNo);
    const good = await passwordMatches(passwordHash, input.password);
    if (!employee) throw new DomainError('SIGN_IN_REFUSED');
    const refreshToken = newRefreshToken();
    const refused = await this.work.run({ actor, operation: 'sign-in' }, async (tx) => {
      // Locked and read again: a person who is deactivated while his password is being checked gets no sign-in behind the deactivation.
      await this.employees.lock(employee.id, tx);
      const { active } = await this.employees.get(employee.id, tx);
      const credential = await this.credentials.get(employee.id, tx);
      const now = new Date();
      if (!good || !active) {
        await this.credentials.save(afterFailure(credential, now), tx);
        return true;
      }
      if (credential.failures > 0) await this.credentials.save(afterSuccess(credential), tx);
      await this.signIns.insert(startSignIn({ id: newId('sgn'), employeeId: employee.id, tokenHash: tokenHash(refreshToken), now }), tx);
      return false;
    });
    if (refused) throw new DomainError('SIGN_IN_REFUSED');
    return { ...(await this.tokens.accessToken(employee)), refreshToken, employeeId: employee.id };
  }

  private look(actor: Actor, employeeNo: string): Promise<{ employee: Employee | null; passwordHash: string | null }> {
    return this.work.run({ actor, operation: 'sign-in' }, async (tx) => {
      const employee = await this.employees.byNumber(employeeNo, tx);
      const credential = employee ? await this.credentials.find(employee.id, tx) : null;
      if (credential) checkNotLocked(credential, new Date());
      return { employee, passwordHash: credential?.passwordHash ?? null };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Employee } from '../../domain/employee/employee.js';
import { revoke, rotate } from '../../domain/sign-in/sign-in.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { newRefreshToken, tokenHash, TokenIssuer } from './token-issuer.js';
import type { IssuedTokens } from './token-issuer.js';

export interface RefreshSignInRequest {
  readonly refreshToken: string;
}

/** New tokens for a refresh token; a used one that comes back ends the whole sign-in (theft) [1.3]. */
@Injectable()
export class RefreshSignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly signIns: SignIns,
    private readonly tokens: TokenIssuer,
  ) {}

  async execute(actor: Actor, input: RefreshSignInRequest): Promise<IssuedTokens & { employeeId: string }> {
    const refreshToken = newRefreshToken();
    const employee = await this.work.run({ actor, operation: 'refresh-sign-in' }, async (tx): Promise<Employee | null> => {
      const now = new Date();
      const given = tokenHash(input.refreshToken);
      const signIn = await this.signIns.byToken(given, tx);
      if (!signIn) {
        const stolen = await this.signIns.byUsedToken(given, tx);
        if (stolen) await this.signIns.save(revoke(stolen, now), tx);
        return null;
      }
      const person = await this.employees.get(signIn.employeeId, tx);
      if (!person.active) return null;
      await this.signIns.save(rotate(signIn, tokenHash(refreshToken), now), tx);
      return person;
    });
    if (!employee) throw new DomainError('REFRESH_TOKEN_REFUSED');
    return { ...(await this.tokens.accessToken(employee)), refreshToken, employeeId: employee.id };
  }
}

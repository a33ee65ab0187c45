import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Employee } from '../../domain/employee/employee.js';
import { isUnconfirmed } from '../../domain/employee/power.js';
import { rotate } from '../../domain/sign-in/sign-in.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { SignInEnds } from './sign-in-ends.js';
import { newRefreshToken, tokenHash, TokenIssuer } from './token-issuer.js';
import type { IssuedTokens } from './token-issuer.js';

export interface RefreshSignInRequest {
  readonly refreshToken: string;
}

/** New tokens for a refresh token; a used one that comes back ends the whole sign-in (theft), and the security log says so [1.3]. */
@Injectable()
export class RefreshSignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly signIns: SignIns,
    private readonly ends: SignInEnds,
    private readonly tokens: TokenIssuer,
  ) {}

  async execute(actor: Actor, input: RefreshSignInRequest): Promise<IssuedTokens & { employeeId: string }> {
    const refreshToken = newRefreshToken();
    const given = tokenHash(input.refreshToken);
    const now = await this.signIns.now();
    // A refusal is thrown after the commit: what a stolen token ends stays ended.
    const outcome = await this.work.run(
      { actor, operation: 'refresh-sign-in', inTurn: given },
      async (tx): Promise<{ person: Employee; signInId: string } | DomainError> => {
        const signIn = await this.signIns.byToken(given, tx);
        if (!signIn) {
          const stolen = await this.signIns.byUsedToken(given, tx);
          const ended = stolen !== null && (await this.ends.one(stolen, 'TOKEN_REUSED', now, tx));
          return new DomainError(ended ? 'REFRESH_TOKEN_REUSED' : 'REFRESH_TOKEN_REFUSED');
        }
        const person = await this.employees.get(signIn.employeeId, tx);
        if (!person.active || isUnconfirmed(person)) return new DomainError('REFRESH_TOKEN_REFUSED');
        await this.signIns.save(rotate(signIn, tokenHash(refreshToken), now), tx);
        return { person, signInId: signIn.id };
      },
    );
    if (outcome instanceof DomainError) throw outcome;
    const { person, signInId } = outcome;
    return { ...(await this.tokens.accessToken(person, signInId)), refreshToken, employeeId: person.id };
  }
}

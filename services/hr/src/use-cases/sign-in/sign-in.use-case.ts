import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { startSignIn } from '../../domain/sign-in/sign-in.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { PasswordProof } from './password-proof.js';
import { newRefreshToken, tokenHash, TokenIssuer } from './token-issuer.js';
import type { IssuedTokens } from './token-issuer.js';

export interface SignInRequest {
  readonly employeeNo: string;
  readonly password: string;
  readonly device?: string | null;
}

/** Signs a person in; with a password that somebody else has set he chooses his own first [1.3]. */
@Injectable()
export class StartSignIn {
  constructor(
    private readonly proof: PasswordProof,
    private readonly signIns: SignIns,
    private readonly tokens: TokenIssuer,
  ) {}

  async execute(actor: Actor, input: SignInRequest): Promise<IssuedTokens & { employeeId: string }> {
    const [refreshToken, signInId] = [newRefreshToken(), newId('sgn')];
    const employee = await this.proof.check(actor, {
      ...{ operation: 'sign-in', who: { employeeNo: input.employeeNo }, password: input.password },
      prepare: async () => null,
      then: async ({ employee: person, credential, rules, now }, _prepared, tx) => {
        if (credential.mustChange) throw new DomainError('PASSWORD_CHANGE_REQUIRED', {}, 'password');
        const started = { id: signInId, employeeId: person.id, device: input.device ?? null, tokenHash: tokenHash(refreshToken) };
        await this.signIns.insert(startSignIn({ ...started, now, lastsMs: rules.lastsMs }), tx);
        return person;
      },
    });
    return { ...(await this.tokens.accessToken(employee, signInId)), refreshToken, employeeId: employee.id };
  }
}

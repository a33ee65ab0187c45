import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { startSignIn } from '../../domain/sign-in/sign-in.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { PasswordChange } from './password-change.js';
import { PasswordProof } from './password-proof.js';
import { Passwords } from './passwords.js';
import { newRefreshToken, tokenHash, TokenIssuer } from './token-issuer.js';
import type { IssuedTokens } from './token-issuer.js';

export interface ReplacePasswordRequest {
  readonly employeeNo: string;
  readonly password: string;
  readonly newPassword: string;
  readonly device?: string | null;
}

/** Chooses an own password in place of the first one or of one that hr has set anew, and signs in with it [1.3]. */
@Injectable()
export class ReplacePassword {
  constructor(
    private readonly proof: PasswordProof,
    private readonly passwords: Passwords,
    private readonly change: PasswordChange,
    private readonly signIns: SignIns,
    private readonly tokens: TokenIssuer,
  ) {}

  async execute(actor: Actor, input: ReplacePasswordRequest): Promise<IssuedTokens & { employeeId: string }> {
    const [refreshToken, signInId] = [newRefreshToken(), newId('sgn')];
    const employee = await this.proof.check(actor, {
      ...{ operation: 'replace-password', who: { employeeNo: input.employeeNo }, password: input.password },
      prepare: (person, before) =>
        this.passwords.accept({ actor, operation: 'replace-password', password: input.newPassword, person, before }),
      then: async ({ employee: person, credential, rules, now }, accepted, tx) => {
        await this.change.apply({ credential, accepted, at: now }, tx);
        const started = { id: signInId, employeeId: person.id, device: input.device ?? null, tokenHash: tokenHash(refreshToken) };
        await this.signIns.insert(startSignIn({ ...started, now, lastsMs: rules.lastsMs }), tx);
        return person;
      },
    });
    return { ...(await this.tokens.accessToken(employee, signInId)), refreshToken, employeeId: employee.id };
  }
}

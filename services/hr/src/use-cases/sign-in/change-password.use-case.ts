import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { PasswordChange } from './password-change.js';
import { PasswordProof } from './password-proof.js';
import { Passwords } from './passwords.js';
import { tokenHash } from './token-issuer.js';

export interface ChangePasswordRequest {
  readonly password: string;
  readonly newPassword: string;
  /** Of the device at which it is changed: that one stays signed in. */
  readonly refreshToken?: string | null;
}

/** Changes one's own password; all other devices are signed out. A wrong present password counts as a wrong sign-in [1.3]. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly proof: PasswordProof,
    private readonly passwords: Passwords,
    private readonly change: PasswordChange,
    private readonly signIns: SignIns,
  ) {}

  /** How many sign-ins were ended. */
  execute(actor: Actor, input: ChangePasswordRequest): Promise<number> {
    const employeeId = employeeIdOf(actor);
    return this.proof.check(actor, {
      ...{ operation: 'change-password', who: { employeeId }, password: input.password },
      prepare: (person, before) =>
        this.passwords.accept({ actor, operation: 'change-password', password: input.newPassword, person, before }),
      then: async ({ credential, now }, accepted, tx) => {
        const here = input.refreshToken ? await this.signIns.byToken(tokenHash(input.refreshToken), tx) : null;
        return this.change.apply({ credential, accepted, at: now, butSignInId: here?.id }, tx);
      },
    });
  }
}

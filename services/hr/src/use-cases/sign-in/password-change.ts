import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { replaced } from '../../domain/sign-in/password.js';
import type { AcceptedPassword, Credential } from '../../domain/sign-in/password.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { SignInEnds } from './sign-in-ends.js';

export interface NewPassword {
  readonly credential: Credential;
  readonly accepted: AcceptedPassword;
  readonly at: Date;
  /** Set by somebody else: good for choosing an own one only. */
  readonly byAnother?: boolean;
  /** The device at which it is changed stays signed in. */
  readonly butSignInId?: string | undefined;
}

/** Another password: the old one is good for nothing, the other devices are signed out, and it is in the security log. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly credentials: Credentials,
    private readonly security: SecurityLog,
    private readonly ends: SignInEnds,
  ) {}

  /** Says how many sign-ins it ended. */
  async apply({ credential, accepted, at, byAnother = false, butSignInId }: NewPassword, tx: Tx): Promise<number> {
    await this.credentials.save(replaced(credential, accepted, { mustChange: byAnother }), tx);
    await this.security.note({ kind: byAnother ? 'PASSWORD_RESET' : 'PASSWORD_CHANGED', at, employeeId: credential.id }, tx);
    const because = byAnother ? 'PASSWORD_RESET' : 'PASSWORD_CHANGED';
    return this.ends.allOf(credential.id, { because, at, butId: butSignInId }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { end } from '../../domain/sign-in/sign-in.js';
import type { SignIn, SignInEnd } from '../../domain/sign-in/sign-in.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';

/** Ends sign-ins and says so in the security log. */
@Injectable()
export class SignInEnds {
  constructor(
    private readonly signIns: SignIns,
    private readonly security: SecurityLog,
  ) {}

  /** One sign-in; nothing happens to one that has ended. */
  async one(signIn: SignIn, because: SignInEnd, at: Date, tx: Tx): Promise<boolean> {
    if (signIn.revokedAt) return false;
    await this.signIns.save(end(signIn, because, at), tx);
    const kind = because === 'TOKEN_REUSED' ? 'REFRESH_TOKEN_REUSED' : 'SIGN_IN_ENDED';
    await this.security.note({ kind, at, employeeId: signIn.employeeId, signInId: signIn.id }, tx);
    return true;
  }

  /** All of a person but one; says how many. */
  async allOf(employeeId: string, how: { because: SignInEnd; at: Date; butId?: string | undefined }, tx: Tx): Promise<number> {
    const open = (await this.signIns.openOf(employeeId, tx)).filter((signIn) => signIn.expiresAt > how.at && signIn.id !== how.butId);
    for (const signIn of open) await this.one(signIn, how.because, how.at, tx);
    return open.length;
  }
}

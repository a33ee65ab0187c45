import { Injectable } from '@nestjs/common';
import { DenyList } from '@weilend/auth';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { end } from '../../domain/sign-in/sign-in.js';
import type { SignIn, SignInEnd } from '../../domain/sign-in/sign-in.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';

interface Ending {
  readonly because: SignInEnd;
  readonly at: Date;
}

/** Ends sign-ins and says so in the security log; their tokens are refused here at once, and in every department within seconds [1.3]. */
@Injectable()
export class SignInEnds {
  constructor(
    private readonly signIns: SignIns,
    private readonly security: SecurityLog,
    private readonly denied: DenyList,
    private readonly outbox: Outbox,
  ) {}

  /** One sign-in; nothing happens to one that has ended. */
  async one(signIn: SignIn, because: SignInEnd, at: Date, tx: Tx): Promise<boolean> {
    if (signIn.revokedAt) return false;
    await this.all([signIn], { because, at }, tx);
    return true;
  }

  /** All of a person but one; says how many. */
  async allOf(employeeId: string, how: Ending & { butId?: string | undefined }, tx: Tx): Promise<number> {
    const open = (await this.signIns.openOf(employeeId, tx)).filter((signIn) => signIn.expiresAt > how.at && signIn.id !== how.butId);
    await this.all(open, how, tx);
    return open.length;
  }

  private async all(signIns: readonly SignIn[], { because, at }: Ending, tx: Tx): Promise<void> {
    for (const signIn of signIns) {
      await this.signIns.save(end(signIn, because, at), tx);
      const kind = because === 'TOKEN_REUSED' ? 'REFRESH_TOKEN_REUSED' : 'SIGN_IN_ENDED';
      // Who signs out himself is nothing for the security log.
      if (because !== 'SIGNED_OUT') await this.security.note({ kind, at, employeeId: signIn.employeeId, signInId: signIn.id }, tx);
    }
    const [first] = signIns;
    if (!first) return;
    const signInIds = signIns.map(({ id }) => id);
    await this.denied.addSignIns(signInIds, at, tx);
    const { employeeId } = first;
    await this.outbox.add(event('hr.sign-ins-ended.v1', employeeId, { employeeId, signInIds, endedAt: at.toISOString() }), tx);
  }
}

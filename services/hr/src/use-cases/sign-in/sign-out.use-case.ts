import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { SignInEnds } from './sign-in-ends.js';
import { tokenHash } from './token-issuer.js';

export interface SignOutRequest {
  readonly refreshToken: string;
}

/** Ends one's own sign-in; its tokens are worth nothing afterwards. */
@Injectable()
export class SignOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signIns: SignIns,
    private readonly ends: SignInEnds,
  ) {}

  async execute(actor: Actor, input: SignOutRequest): Promise<boolean> {
    const now = await this.signIns.now();
    return this.work.run({ actor, operation: 'sign-out' }, async (tx) => {
      const signIn = await this.signIns.byToken(tokenHash(input.refreshToken), tx);
      if (signIn?.employeeId !== employeeIdOf(actor)) throw new DomainError('REFRESH_TOKEN_REFUSED');
      await this.ends.one(signIn, 'SIGNED_OUT', now, tx);
      return true;
    });
  }
}

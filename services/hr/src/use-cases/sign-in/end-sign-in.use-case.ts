import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { isOpen } from '../../domain/sign-in/sign-in.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { actsForHr } from '../employee/hand-of.js';
import { SignInEnds } from './sign-in-ends.js';

export interface EndSignInRequest {
  readonly requestKey?: string | null;
  readonly signInId: string;
}

/** Ends one sign-in, one's own at another device or, for hr, anybody's [1.3]. */
@Injectable()
export class EndSignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signIns: SignIns,
    private readonly ends: SignInEnds,
  ) {}

  async execute(actor: Actor, input: EndSignInRequest): Promise<string> {
    const at = await this.signIns.now();
    return this.work.once({ operation: 'end-sign-in', actor, input }, async (tx) => {
      const signIn = await this.signIns.get(input.signInId, tx);
      if (signIn.employeeId !== employeeIdOf(actor) && !actsForHr(actor))
        throw new DomainError('NOT_FOUND', { noun: 'sign-in', id: signIn.id }, 'signInId');
      if (!isOpen(signIn, at))
        throw new DomainError('ILLEGAL_TRANSITION', { machine: 'sign-in', state: 'ended', event: 'end', allowed: [] }, 'signInId');
      await this.ends.one(signIn, 'ENDED', at, tx);
      return signIn.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { hashPassword, passwordMatches } from '../../adapters/password-hash.adapter.js';
import { checkPassword, hashesNotAgain } from '../../domain/sign-in/password.js';
import type { AcceptedPassword, Credential } from '../../domain/sign-in/password.js';
import { SignInPolicy } from '../../persistence/sign-in/sign-in-policy.js';

/** A new password, of whom, and what he has had before. */
export interface NewPasswordRequest {
  readonly actor: Actor;
  readonly operation: string;
  readonly password: string;
  readonly person: { readonly employeeNo: string; readonly name: string };
  readonly before?: Credential;
}

/** Judges a new password and hashes it, before the transaction that keeps it, because hashing is slow on purpose. */
@Injectable()
export class Passwords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policy: SignInPolicy,
  ) {}

  /** Throws what is wrong with it; a refusal leaves its audit row. */
  accept(request: NewPasswordRequest): Promise<AcceptedPassword> {
    const { actor, operation } = request;
    return this.work.run({ actor, operation }, () => this.judge(request));
  }

  private async judge({ password, person, before }: NewPasswordRequest): Promise<AcceptedPassword> {
    const rules = await this.policy.now();
    checkPassword(password, person, rules);
    for (const hash of before ? hashesNotAgain(before, rules) : []) {
      if (await passwordMatches(hash, password)) throw new DomainError('PASSWORD_USED_BEFORE', {}, 'password');
    }
    return { passwordHash: await hashPassword(password), notAgain: rules.notAgain };
  }
}

import { Injectable } from '@nestjs/common';
import { parameterDefinition } from '@weilend/contracts';
import type { ParameterKey } from '@weilend/contracts';
import { BusinessClock, DomainError } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { PasswordRules } from '../../domain/sign-in/password.js';

const MINUTE_MS = 60_000;

export interface SignInRules extends PasswordRules {
  /** Life of a sign-in without a new password. */
  readonly lastsMs: number;
}

/** The rules of passwords and sign-ins in force today [1.2]. */
@Injectable()
export class SignInPolicy {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async now(): Promise<SignInRules> {
    const [leastLength, notAgain, failuresBeforeLock, lockMinutes, longestLockMinutes, lastsMinutes] = await Promise.all([
      this.number('password.least-length'),
      this.number('password.not-again'),
      this.number('sign-in.failures-before-lock'),
      this.number('sign-in.lock-minutes'),
      this.number('sign-in.longest-lock-minutes'),
      this.number('sign-in.lasts-minutes'),
    ]);
    const locks = { failuresBeforeLock, lockMs: lockMinutes * MINUTE_MS, longestLockMs: longestLockMinutes * MINUTE_MS };
    return { leastLength, notAgain, ...locks, lastsMs: lastsMinutes * MINUTE_MS };
  }

  /** Nobody could sign in to publish the first parameters if sign-in waited for them: until they have come, what a new company starts with holds. */
  private async number(key: ParameterKey): Promise<number> {
    try {
      return await this.parameters.number(key, this.clock.today());
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PARAMETER_UNKNOWN') return Number(parameterDefinition(key).initial);
      throw error;
    }
  }
}

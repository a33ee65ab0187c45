import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addMs, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { passwordMatches } from '../../adapters/password-hash.adapter.js';
import { isEmployeeNo } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { isUnconfirmed } from '../../domain/employee/power.js';
import { afterFailure, afterSuccess, checkNotLocked, isTried, strangerCredential } from '../../domain/sign-in/password.js';
import type { Credential } from '../../domain/sign-in/password.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { SignInPolicy } from '../../persistence/sign-in/sign-in-policy.js';
import type { SignInRules } from '../../persistence/sign-in/sign-in-policy.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';

export interface Proven {
  readonly employee: Employee;
  readonly credential: Credential;
  readonly rules: SignInRules;
  /** Of the database. */
  readonly now: Date;
}

/** Who says that he knows a password, and what follows when he does. */
export interface Claim<Prepared, T> {
  readonly operation: string;
  readonly who: { readonly employeeNo: string } | { readonly employeeId: string };
  readonly password: string;
  /** Slow work on the way, outside of the transaction; only for who knows the password. */
  readonly prepare: (employee: Employee, credential: Credential) => Promise<Prepared>;
  readonly then: (proven: Proven, prepared: Prepared, tx: Tx) => Promise<T>;
}

/** What was tried at a number that nobody has. */
const FORGOTTEN_MS = 31 * 86_400_000;
const strangerId = (employeeNo: string): string => `unknown_${createHash('sha256').update(employeeNo).digest('hex')}`;

type Outcome<T> = { readonly done: T } | { readonly refusal: DomainError };

/**
 * The one door at which a password is checked. Wrong ones are counted one after the other, whatever races, and lock the account; a right one that comes
 * after the lock is refused too, so that guesses sent all at once are no better than guesses in a row. Nobody learns whether a number exists [1.3].
 */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly credentials: Credentials,
    private readonly signIns: SignIns,
    private readonly policy: SignInPolicy,
    private readonly security: SecurityLog,
  ) {}

  /** Throws SIGN_IN_REFUSED or SIGN_IN_LOCKED; what `prepare` and `then` refuse leaves everything as it was. */
  async check<P, T>(actor: Actor, claim: Claim<P, T>): Promise<T> {
    const { employee, credential } = await this.look(actor, claim);
    const good = await passwordMatches(credential?.passwordHash ?? null, claim.password);
    if (!employee || !credential) throw await this.refusalOf(actor, claim);
    const prepared = good && employee.active ? { value: await claim.prepare(employee, credential) } : null;
    const [rules, now] = [await this.policy.now(), await this.signIns.now()];
    const { operation } = claim;
    const outcome = await this.work.run({ actor, operation, inTurn: employee.id }, async (tx): Promise<Outcome<T>> => {
      // Locked and read again: a person who is deactivated while his password is being checked gets no sign-in behind the deactivation.
      await this.employees.lock(employee.id, tx);
      const person = await this.employees.get(employee.id, tx);
      const current = await this.credentials.get(employee.id, tx);
      checkNotLocked(current, now);
      const stillGood = prepared && person.active && current.passwordHash === credential.passwordHash;
      if (stillGood && isUnconfirmed(person)) throw new DomainError('POWER_UNCONFIRMED', {}, 'employeeNo');
      if (!stillGood) return { refusal: await this.fail(current, { rules, now }, tx) };
      const kept = isTried(current) ? await this.credentials.save(afterSuccess(current), tx) : current;
      return { done: await claim.then({ employee: person, credential: kept, rules, now }, prepared.value, tx) };
    });
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.done;
  }

  private async fail(credential: Credential, { rules, now }: { rules: SignInRules; now: Date }, tx: Tx): Promise<DomainError> {
    const failed = await this.credentials.save(afterFailure(credential, rules, now), tx);
    if (failed.lockedUntil && failed.lockedUntil > now)
      await this.security.note({ kind: 'ACCOUNT_LOCKED', at: now, employeeId: credential.id }, tx);
    return new DomainError('SIGN_IN_REFUSED');
  }

  private async look(
    actor: Actor,
    { operation, who }: Pick<Claim<unknown, unknown>, 'operation' | 'who'>,
  ): Promise<{ employee: Employee | null; credential: Credential | null }> {
    const now = await this.signIns.now();
    return this.work.run({ actor, operation }, async (tx) => {
      const employee =
        'employeeNo' in who ? await this.employees.byNumber(who.employeeNo, tx) : await this.employees.find(who.employeeId, tx);
      const unknown = 'employeeNo' in who && !employee ? await this.credentials.find(strangerId(who.employeeNo), tx) : null;
      if (unknown) checkNotLocked(unknown, now);
      const credential = employee ? await this.credentials.find(employee.id, tx) : null;
      if (credential) checkNotLocked(credential, now);
      return { employee, credential };
    });
  }

  /** A number that nobody has is counted and locked as one that somebody has, so that trying tells nothing. */
  private async refusalOf(actor: Actor, { operation, who }: Pick<Claim<unknown, unknown>, 'operation' | 'who'>): Promise<DomainError> {
    const refusal = new DomainError('SIGN_IN_REFUSED');
    if (!('employeeNo' in who) || !isEmployeeNo(who.employeeNo)) return refusal;
    const [rules, now, id] = [await this.policy.now(), await this.signIns.now(), strangerId(who.employeeNo)];
    return this.work.run({ actor, operation, inTurn: id }, async (tx) => {
      const known = await this.credentials.find(id, tx);
      const current = known ?? strangerCredential(id);
      checkNotLocked(current, now);
      const failed = { ...afterFailure(current, rules, now), goesAt: addMs(now, FORGOTTEN_MS) };
      await (known ? this.credentials.save(failed, tx) : this.credentials.insert(failed, tx));
      return refusal;
    });
  }
}

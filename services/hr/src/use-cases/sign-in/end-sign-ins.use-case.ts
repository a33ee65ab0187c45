import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { actsForHr } from '../employee/hand-of.js';
import { SignInEnds } from './sign-in-ends.js';

export interface EndSignInsRequest {
  readonly requestKey?: string | null;
  /** Oneself when left out; hr may name others. */
  readonly employeeId?: string | null;
}

/** Ends all sign-ins of a person: one's own, after a device was lost, or for hr anybody's [1.3]. */
@Injectable()
export class EndSignIns {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employees: Employees,
    private readonly signIns: SignIns,
    private readonly ends: SignInEnds,
  ) {}

  /** How many were ended. */
  async execute(actor: Actor, input: EndSignInsRequest): Promise<number> {
    const at = await this.signIns.now();
    return this.work.once({ operation: 'end-sign-ins', actor, input }, async (tx) => {
      const employeeId = input.employeeId ?? employeeIdOf(actor);
      if (employeeId !== employeeIdOf(actor) && !actsForHr(actor))
        throw new DomainError('NOT_FOUND', { noun: 'employee', id: employeeId }, 'employeeId');
      // Locked: a sign-in that begins at the same time is either among them or begins after.
      await this.employees.lock(employeeId, tx);
      return this.ends.allOf(employeeId, { because: 'ENDED', at }, tx);
    });
  }
}

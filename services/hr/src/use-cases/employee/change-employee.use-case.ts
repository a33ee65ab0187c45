import { Injectable } from '@nestjs/common';
import type { Actor, Department } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkHand, place } from '../../domain/employee/employee.js';
import { isUnconfirmed } from '../../domain/employee/power.js';
import { written } from '../../domain/employee/wording.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { SignInEnds } from '../sign-in/sign-in-ends.js';
import { EmployeeBook } from './employee-book.js';
import { handOf } from './hand-of.js';

export interface ChangeEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly department?: Department | null;
  readonly roles: readonly string[];
  readonly managerId?: string | null;
  /** Stays as it is when left out; null takes it away. So does the level. */
  readonly position?: string | null;
  readonly level?: string | null;
  readonly reason?: string | null;
}

/** Moves a person to another department, position, other roles or another manager; who is given power that waits to be confirmed is signed out [1.3, 2.1, 2.2]. */
@Injectable()
export class ChangeEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: EmployeeBook,
    private readonly signIns: SignIns,
    private readonly ends: SignInEnds,
  ) {}

  async execute(actor: Actor, input: ChangeEmployeeRequest): Promise<string> {
    const at = await this.signIns.now();
    return this.work.once({ operation: 'change-employee', actor, input }, async (tx) => {
      const employee = await this.book.get(input.employeeId, tx);
      checkHand(handOf(actor), employee, input.roles);
      const { position = employee.position, level = employee.level } = input;
      const placed = place(employee, {
        ...{ department: input.department ?? null, roles: input.roles, managerId: input.managerId ?? null },
        ...{ position: written(position), level },
      });
      const kept = await this.book.change(employee, placed, { actor, reason: input.reason }, tx);
      if (isUnconfirmed(kept) && !isUnconfirmed(employee)) await this.ends.allOf(kept.id, { because: 'ENDED', at }, tx);
      return kept.id;
    });
  }
}

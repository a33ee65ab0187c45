import { Injectable } from '@nestjs/common';
import type { Actor, Department } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkHand, place } from '../../domain/employee/employee.js';
import { written } from '../../domain/employee/wording.js';
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

/** Moves a person to another department, position, other roles or another manager [2.1, 2.2]. */
@Injectable()
export class ChangeEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: EmployeeBook,
  ) {}

  execute(actor: Actor, input: ChangeEmployeeRequest): Promise<string> {
    return this.work.once({ operation: 'change-employee', actor, input }, async (tx) => {
      const employee = await this.book.get(input.employeeId, tx);
      checkHand(handOf(actor), employee, input.roles);
      const { position = employee.position, level = employee.level } = input;
      const placed = place(employee, {
        ...{ department: input.department ?? null, roles: input.roles, managerId: input.managerId ?? null },
        ...{ position: written(position), level },
      });
      return (await this.book.change(employee, placed, { actor, reason: input.reason }, tx)).id;
    });
  }
}

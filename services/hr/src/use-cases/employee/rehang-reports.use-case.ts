import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { EmployeeBook } from './employee-book.js';

const HR: Actor = { kind: 'service', service: 'hr' };
const REASON = '原上级已离职，改由其上级领导';

/** Nobody is led by somebody who has left: his people come under who led him, or under nobody when that was the top, and hr decides for them [2.1]. */
@Injectable()
export class RehangReports {
  constructor(
    private readonly employees: Employees,
    private readonly book: EmployeeBook,
  ) {}

  async apply(leaverId: string, tx: Tx): Promise<void> {
    const leaver = await this.employees.find(leaverId, tx);
    if (!leaver || leaver.active) return;
    const managerId = await this.nextAbove(leaver.managerId, tx);
    for (const person of await this.employees.ledBy(leaverId, tx))
      await this.book.change(person, { ...person, managerId }, { actor: HR, reason: REASON }, tx);
  }

  /** The first one above who is still there. */
  private async nextAbove(managerId: string | null, tx: Tx): Promise<string | null> {
    const seen = new Set<string>();
    for (let next = managerId; next !== null && !seen.has(next);) {
      seen.add(next);
      const above = await this.employees.find(next, tx);
      if (above?.active) return above.id;
      next = above?.managerId ?? null;
    }
    return null;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { EmployeeBook } from './employee-book.js';

const HR: Actor = { kind: 'service', service: 'hr' };
/** People of one transaction; each is a row of the history and news to everybody. */
const AT_ONCE = 50;
const REASON = '原上级已离职，改由其上级领导';

/**
 * Nobody is led by somebody who has left: his people come under who led him, or under nobody when that was the top, and hr decides for them [2.1]. Some at a
 * time: what is left goes on by a message of its own, and what was done is not done again.
 */
@Injectable()
export class RehangReports {
  constructor(
    private readonly employees: Employees,
    private readonly book: EmployeeBook,
    private readonly outbox: Outbox,
  ) {}

  async apply(leaverId: string, tx: Tx): Promise<void> {
    const leaver = await this.employees.find(leaverId, tx);
    if (!leaver || leaver.active) return;
    const managerId = await this.nextAbove(leaver.managerId, tx);
    const led = await this.employees.ledBy(leaverId, AT_ONCE, tx);
    for (const person of led) await this.book.change(person, { ...person, managerId }, { actor: HR, reason: REASON }, tx);
    if (led.length === AT_ONCE) await this.outbox.add(event('hr.reports-rehung-in-part.v1', leaverId, { employeeId: leaverId }), tx);
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

import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';

/** Supervisors stand between a manager and his people; more than so many steps up is a loop. */
const MOST_STEPS = 6;

/** Who leads whom, by what hr tells of it. */
@Injectable()
export class Team {
  constructor(private readonly directory: EmployeeDirectory) {}

  /** Throws ATTENDEE_UNKNOWN for somebody who is not an active employee. */
  async requireActive(employeeId: string, field: string, tx: Tx): Promise<void> {
    if (!(await this.directory.find(employeeId, tx))?.active) throw new DomainError('ATTENDEE_UNKNOWN', { employeeId }, field);
  }

  /** Throws NOMINATION_NOT_OF_TEAM unless the manager leads the person, directly or through supervisors. */
  async requireLeads(managerId: string, employeeId: string, tx: Tx): Promise<void> {
    if (!(await this.leads(managerId, employeeId, tx))) throw new DomainError('NOMINATION_NOT_OF_TEAM', { employeeId }, 'employeeId');
  }

  async leads(managerId: string, employeeId: string, tx?: Tx): Promise<boolean> {
    let above = (await this.directory.find(employeeId, tx))?.managerId ?? null;
    // Whoever has nobody above him decides for himself.
    if (managerId === employeeId) return above === null;
    for (let step = 0; above !== null && step < MOST_STEPS; step++) {
      if (above === managerId) return true;
      above = (await this.directory.find(above, tx))?.managerId ?? null;
    }
    return false;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { DirectoryRow } from '@weilend/service';

/** Supervisors stand between a manager and his people; more than so many steps up is a loop. */
const MOST_STEPS = 6;

/** Who leads whom, by what hr tells of it. */
@Injectable()
export class Team {
  constructor(private readonly directory: EmployeeDirectory) {}

  /** Throws ATTENDEE_UNKNOWN for somebody who is not an active employee. */
  async requireActive(employeeId: string, field: string, tx: Tx): Promise<void> {
    if (!(await this.isActive(employeeId, tx))) throw new DomainError('ATTENDEE_UNKNOWN', { employeeId }, field);
  }

  /** Throws NOMINATION_NOT_OF_TEAM unless the manager leads the person, directly or through supervisors. */
  async requireLeads(managerId: string, employeeId: string, tx: Tx): Promise<void> {
    if (!(await this.leads(managerId, employeeId, tx))) throw new DomainError('NOMINATION_NOT_OF_TEAM', { employeeId }, 'employeeId');
  }

  /** Who is above somebody now: the manager that hr names, while he is with the company; null where there is none. */
  async above(employeeId: string, tx?: Tx): Promise<DirectoryRow | null> {
    const managerId = (await this.directory.find(employeeId, tx))?.managerId ?? null;
    const manager = managerId === null || managerId === employeeId ? null : await this.directory.find(managerId, tx);
    return manager?.active ? manager : null;
  }

  async isActive(employeeId: string, tx?: Tx): Promise<boolean> {
    return (await this.directory.find(employeeId, tx))?.active ?? false;
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

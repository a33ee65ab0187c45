import { Injectable } from '@nestjs/common';
import { holds } from '@weilend/contracts';
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

  /** Who is above somebody now: the manager that hr names, or the next active one above him; null where there is none. */
  async above(employeeId: string, tx?: Tx): Promise<DirectoryRow | null> {
    return (await this.line(employeeId, tx))[0] ?? null;
  }

  async isActive(employeeId: string, tx?: Tx): Promise<boolean> {
    return (await this.directory.find(employeeId, tx))?.active ?? false;
  }

  /**
   * Everybody above somebody leads him who is with the company: the people of a manager who has left are led by the next one up. Whom nobody
   * leads any more hr stands in for; who has nobody above him by hr's lines decides for himself.
   */
  async leads(managerId: string, employeeId: string, tx?: Tx): Promise<boolean> {
    const manager = await this.directory.find(managerId, tx);
    if (!manager?.active) return false;
    const line = await this.line(employeeId, tx);
    if (line.length > 0) return line.some(({ _id }) => _id === managerId);
    if (managerId !== employeeId) return manager.roles.includes('hr-manager');
    return ((await this.directory.find(employeeId, tx))?.managerId ?? null) === null;
  }

  /** Whose word a nomination of somebody waits for: the next one above him who may decide; hr's where there is none. */
  async decidersOf(employeeId: string): Promise<readonly string[]> {
    const decider = (await this.line(employeeId)).find(({ roles }) => holds(roles, 'training.decide-nomination'));
    if (decider) return [decider._id];
    const standIns = (await this.directory.holding('hr-manager')).map(({ _id }) => _id).filter((id) => id !== employeeId);
    return standIns.length > 0 ? standIns : [employeeId];
  }

  /** The active people above somebody by hr's lines, the nearest first. */
  private async line(employeeId: string, tx?: Tx): Promise<readonly DirectoryRow[]> {
    const found: DirectoryRow[] = [];
    let above = (await this.directory.find(employeeId, tx))?.managerId ?? null;
    for (let step = 0; above !== null && above !== employeeId && step < MOST_STEPS; step++) {
      const manager: DirectoryRow | null = await this.directory.find(above, tx);
      if (manager?.active) found.push(manager);
      above = manager?.managerId ?? null;
    }
    return found;
  }
}

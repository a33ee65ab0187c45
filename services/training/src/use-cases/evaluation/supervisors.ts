import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { DirectoryRow } from '@weilend/service';

/** Who may judge how somebody works: his superior; without one, the manager of sales for its people and hr for the others [6.8]. */
@Injectable()
export class Supervisors {
  constructor(private readonly directory: EmployeeDirectory) {}

  /** Throws DomainError SUPERVISOR_MISSING. */
  async of(employeeId: string, tx: Tx): Promise<DirectoryRow> {
    const person = await this.directory.find(employeeId, tx);
    const named = person?.managerId ? await this.directory.find(person.managerId, tx) : null;
    if (named?.active && named._id !== employeeId) return named;
    const inSales = person?.department === 'sales' ? await this.directory.holding('sales-manager', tx) : [];
    const standIns = [...inSales, ...(await this.directory.holding('hr-manager', tx))];
    const standIn = standIns.find(({ _id }) => _id !== employeeId);
    if (!standIn) throw new DomainError('SUPERVISOR_MISSING', { employeeId }, 'sessionId');
    return standIn;
  }

  async isActive(employeeId: string, tx: Tx): Promise<boolean> {
    return (await this.directory.find(employeeId, tx))?.active ?? false;
  }
}

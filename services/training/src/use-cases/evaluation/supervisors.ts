import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { DirectoryRow } from '@weilend/service';
import { Team } from '../team.js';

/** Who may judge how somebody works: his superior; without one, the manager of sales for its people and hr for the others [6.8]. */
@Injectable()
export class Supervisors {
  constructor(
    private readonly directory: EmployeeDirectory,
    readonly team: Team,
  ) {}

  /** Throws DomainError SUPERVISOR_MISSING. */
  async of(employeeId: string, tx: Tx): Promise<DirectoryRow> {
    const named = await this.team.above(employeeId, tx);
    if (named) return named;
    const person = await this.directory.find(employeeId, tx);
    const inSales = person?.department === 'sales' ? await this.directory.holding('sales-manager', tx) : [];
    const standIns = [...inSales, ...(await this.directory.holding('hr-manager', tx))];
    const standIn = standIns.find(({ _id }) => _id !== employeeId);
    if (!standIn) throw new DomainError('SUPERVISOR_MISSING', { employeeId }, 'sessionId');
    return standIn;
  }
}

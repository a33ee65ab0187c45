import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { DirectoryRow } from '@weilend/service';
import type { Colleague } from '../../domain/appraisal/sheet-deadline.js';

const ROLES = ['sales-manager', 'hr-manager', 'administrator'] as const;

/** Who may owe a step of somebody's sheet or stand above who does: the person, the managers of sales and hr, the administrators, and the superiors of them all. */
@Injectable()
export class AppraisalStaff {
  constructor(private readonly directory: EmployeeDirectory) {}

  async around(employeeId: string, tx: Tx): Promise<readonly Colleague[]> {
    const found = new Map<string, DirectoryRow>();
    const keep = (rows: readonly (DirectoryRow | null)[]): void => rows.forEach((row) => row && found.set(row._id, row));
    keep([await this.directory.find(employeeId, tx)]);
    for (const role of ROLES) keep(await this.directory.holding(role, tx));
    for (const { managerId } of [...found.values()])
      if (managerId !== null && !found.has(managerId)) keep([await this.directory.find(managerId, tx)]);
    return [...found.values()].map(({ _id: id, roles, managerId, active }) => ({ id, roles, managerId, active }));
  }
}

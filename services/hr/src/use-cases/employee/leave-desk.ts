import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import type { Leave, LeaveFacts } from '../../domain/employee/leave.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { Leaves } from '../../persistence/employee/leave.repository.js';

type Concerned = Pick<Leave, 'id' | 'employeeId' | 'standInId' | 'from' | 'to'>;

/** Gathers who is concerned by a leave. The people are locked, so that of two leaves that exclude each other the second one sees the first. */
@Injectable()
export class LeaveDesk {
  constructor(
    private readonly employees: Employees,
    private readonly leaves: Leaves,
  ) {}

  async facts(leave: Concerned, tx: Tx): Promise<LeaveFacts> {
    const person = await this.employees.get(leave.employeeId, tx);
    const standIn = leave.standInId === null ? null : await this.employees.find(leave.standInId, tx);
    const concerned = [...new Set([person.id, ...(standIn ? [standIn.id] : [])])].sort();
    for (const id of concerned) await this.employees.lock(id, tx);
    const touching = await this.leaves.touching(concerned, leave, tx);
    return { person, standIn, standInId: leave.standInId, overlapping: touching.filter(({ id }) => id !== leave.id) };
  }
}

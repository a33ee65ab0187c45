import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Employee } from '../../domain/employee/employee.js';
import { employeeCollection } from './employee.schema.js';

/** Nobody has so many people above him; it ends a walk that a broken line would make endless. */
const MOST_ABOVE = 50;

@Injectable()
export class Employees extends Repository<Employee> {
  constructor(database: Database) {
    super(database, employeeCollection, 'employee');
  }

  byNumber(employeeNo: string, tx: Tx): Promise<Employee | null> {
    return this.findOne({ employeeNo }, tx);
  }

  activeSalesManager(tx: Tx): Promise<Employee | null> {
    return this.findOne({ leadsSales: true }, tx);
  }

  /**
   * A manager and everybody above him, locked: what is decided on the line holds when it is saved. Two moves that would lead each other conflict, and
   * the one that comes second sees the first.
   */
  async lockLine(managerId: string, tx: Tx): Promise<Employee[]> {
    const line: Employee[] = [];
    for (let next: string | null = managerId; next !== null && line.length < MOST_ABOVE;) {
      const above: Employee | null = await this.find(next, tx);
      if (!above || line.some(({ id }) => id === above.id)) break;
      await this.lock(above.id, tx);
      line.push({ ...above, version: above.version + 1 });
      next = above.managerId;
    }
    return line;
  }
}

import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { FOR_GOOD } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { nameKeyOf } from '../../domain/employee/wording.js';
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

  /** Somebody of this name, however written, who left for good; served by `nameKey`. */
  goneForGood(name: string, tx: Tx): Promise<Employee | null> {
    return this.findOne({ nameKey: nameKeyOf(name), active: false, leftBecause: { $in: [...FOR_GOOD] } }, tx);
  }

  activeSalesManager(tx: Tx): Promise<Employee | null> {
    return this.findOne({ leadsSales: true }, tx);
  }

  /** Some of those whom somebody leads, served by `managerPage`. */
  ledBy(managerId: string, limit: number, tx: Tx): Promise<Employee[]> {
    return this.findMany({ managerId, active: true }, tx, { sort: { _id: 1 }, limit });
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

import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Employee } from '../../domain/employee/employee.js';
import { employeeCollection } from './employee.schema.js';

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
}

import { Injectable } from '@nestjs/common';
import type { Department } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Employee } from '../../domain/employee/employee.js';
import { employeeCollection } from '../../persistence/employee/employee.schema.js';

export interface EmployeeFilter extends PageRequest {
  readonly department?: Department | null;
  readonly active?: boolean | null;
}

/** The read side of employees. */
@Injectable()
export class EmployeeQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Employee[]> {
    const rows = await this.model()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEmployee);
  }

  async byNumber(employeeNo: string): Promise<Employee | null> {
    const row = await this.model()
      .findOne({ employeeNo } as never)
      .lean<Stored>()
      .exec();
    return row && toEmployee(row);
  }

  list({ department, active, ...page }: EmployeeFilter): Promise<Page<Employee>> {
    const filter = { ...(department ? { department } : {}), ...(active === null || active === undefined ? {} : { active }) };
    return pageOf(this.model(), page, { filter, map: toEmployee, direction: 1 });
  }

  private model() {
    return this.database.model(employeeCollection);
  }
}

function toEmployee({ _id, ...rest }: Stored): Employee {
  return { id: _id, ...rest } as unknown as Employee;
}

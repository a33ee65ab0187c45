import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Employee } from '../../domain/employee/employee.js';
import { EmployeeQueries } from '../../queries/employee/employee.queries.js';

@Injectable()
export class EmployeeLoader extends EntityLoader<Employee> {
  readonly typeName = 'Employee';

  constructor(private readonly employees: EmployeeQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Employee[]> {
    return this.employees.byIds(ids);
  }
}

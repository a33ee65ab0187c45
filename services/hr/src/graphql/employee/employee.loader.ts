import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Employee } from '../../domain/employee/employee.js';
import type { Leave } from '../../domain/employee/leave.js';
import { EmployeeQueries } from '../../queries/employee/employee.queries.js';
import { LeaveQueries } from '../../queries/employee/leave.queries.js';

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

@Injectable()
export class LeaveLoader extends EntityLoader<Leave> {
  readonly typeName = 'Leave';

  constructor(private readonly leaves: LeaveQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Leave[]> {
    return this.leaves.byIds(ids, actor);
  }
}

/** What keeps a person away today. */
@Injectable()
export class LeaveTodayOf extends ListLoader<Pick<Leave, 'employeeId' | 'standInId' | 'to'>> {
  constructor(private readonly leaves: LeaveQueries) {
    super();
  }

  protected async load(ids: readonly string[]) {
    return (await this.leaves.todayOf(ids)).map((leave) => [leave.employeeId, leave] as const);
  }
}

import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { MANAGER_ROLES } from '../domain/board/who-is-told.js';
import type { ManagersOf } from '../domain/board/who-is-told.js';

/** Looks up who leads the departments, by their manager roles in the directory that hr's events keep. */
@Injectable()
export class DepartmentManagers {
  constructor(private readonly directory: EmployeeDirectory) {}

  /** Managers of the named departments and of coordination, which stands in where a chair is empty. */
  async of(departments: readonly Department[], tx: Tx): Promise<ManagersOf> {
    const found = new Map<Department, readonly string[]>();
    for (const department of new Set<Department>([...departments, 'coordination'])) {
      const people = await this.directory.holding(MANAGER_ROLES[department] as Role, tx);
      found.set(
        department,
        people.map((person) => person._id),
      );
    }
    return (department) => found.get(department) ?? [];
  }
}

import { Injectable } from '@nestjs/common';
import { rowScope } from '@weilend/auth';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { SEES_SALES } from '../../domain/employee/leading.js';
import { employeeCollection } from '../../persistence/employee/employee.schema.js';

/** A supervisor leads few; more would be a department. */
const MOST_LED = 500;

/** Whose career somebody may see: everybody's, or his own and that of the people he leads. */
@Injectable()
export class CareerScope {
  constructor(private readonly database: Database) {}

  /** Null for everybody. */
  async peopleOf(actor: Actor): Promise<readonly string[] | null> {
    const scope = rowScope(actor, SEES_SALES);
    if (scope.kind === 'all') return null;
    return [scope.employeeId, ...(await this.ledBy(scope.employeeId))];
  }

  /** Whom somebody leads himself. Served by `managerPage`. */
  async ledBy(managerId: string): Promise<readonly string[]> {
    const led = await this.database
      .collection<{ _id: string }>(employeeCollection.name)
      .find({ managerId, active: true } as never)
      .project<{ _id: string }>({ _id: 1 })
      .limit(MOST_LED)
      .toArray();
    return led.map(({ _id }) => _id);
  }

  /** The filter over the field that names the person, narrowed to one of them when asked for. */
  async filter(actor: Actor, field: string, employeeId?: string | null): Promise<Record<string, unknown>> {
    const people = await this.peopleOf(actor);
    if (employeeId && (people === null || people.includes(employeeId))) return { [field]: employeeId };
    if (employeeId) return { [field]: { $in: [] } };
    return people === null ? {} : { [field]: { $in: [...people] } };
  }
}

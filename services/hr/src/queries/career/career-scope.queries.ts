import { Injectable } from '@nestjs/common';
import { rowScope } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { careerStandingCollection } from '../../persistence/career/career.schema.js';

/** Who leads or supervises everybody in sales. */
export const CAREER_WIDE: readonly Role[] = ['hr-manager', 'sales-manager', 'auditor'];
/** A supervisor leads few; more would be a department. */
const MOST_LED = 500;

/** Whose career somebody may see: everybody's, or his own and that of the people he leads. */
@Injectable()
export class CareerScope {
  constructor(private readonly database: Database) {}

  /** Null for everybody. Led people are found by `managerDue`. */
  async peopleOf(actor: Actor): Promise<readonly string[] | null> {
    const scope = rowScope(actor, CAREER_WIDE);
    if (scope.kind === 'all') return null;
    const led = await this.database
      .collection<{ _id: string }>(careerStandingCollection.name)
      .find({ managerId: scope.employeeId, talkDueOn: { $type: 'string' } } as never)
      .project<{ _id: string }>({ _id: 1 })
      .limit(MOST_LED)
      .toArray();
    return [scope.employeeId, ...led.map(({ _id }) => _id)];
  }

  /** The filter over the field that names the person, narrowed to one of them when asked for. */
  async filter(actor: Actor, field: string, employeeId?: string | null): Promise<Record<string, unknown>> {
    const people = await this.peopleOf(actor);
    if (employeeId && (people === null || people.includes(employeeId))) return { [field]: employeeId };
    if (employeeId) return { [field]: { $in: [] } };
    return people === null ? {} : { [field]: { $in: [...people] } };
  }
}

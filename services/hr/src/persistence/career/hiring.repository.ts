import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { EmployeeChange } from '../../domain/employee/employee-change.js';
import { employeeChangeCollection } from '../employee/employee.schema.js';

const PERSON = 'employee:';

/** Who hired whom, read past the entities: the reasons of the history are nobody's affair here. */
@Injectable()
export class Hirings {
  constructor(private readonly database: Database) {}

  /** The id of the person who hired somebody, or the service; null when nothing is known of it. Served by `employee`. */
  async by(employeeId: string, tx?: Tx): Promise<string | null> {
    const row = await this.database
      .collection<{ _id: string } & Pick<EmployeeChange, 'changedBy'>>(employeeChangeCollection.name)
      .findOne({ employeeId, kind: 'HIRED' } as never, { session: tx?.session, projection: { changedBy: 1 } });
    return row && (row.changedBy.startsWith(PERSON) ? row.changedBy.slice(PERSON.length) : row.changedBy);
  }
}

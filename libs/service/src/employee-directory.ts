import type { EventData, Role } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';

/** What every department knows of a colleague: no name, no personal data. */
export interface DirectoryRow {
  readonly _id: string;
  readonly department: Department | null;
  readonly roles: readonly Role[];
  readonly managerId: string | null;
  readonly active: boolean;
}

/** Local projection of hr's employees: who may be appointed, who manages whom. */
export class EmployeeDirectory {
  constructor(private readonly database: Database) {}

  async find(employeeId: string, tx?: Tx): Promise<DirectoryRow | null> {
    return this.rows().findOne({ _id: employeeId }, { session: tx?.session });
  }

  /** Active people who hold a role. */
  async holding(role: Role, tx?: Tx): Promise<DirectoryRow[]> {
    return this.rows().find({ roles: role, active: true }, { session: tx?.session }).sort({ _id: 1 }).toArray();
  }

  async apply(data: EventData<'hr.employee-changed.v1'>, tx: Tx): Promise<void> {
    const { employeeId, ...rest } = data;
    await this.rows().updateOne({ _id: employeeId }, { $set: rest }, { upsert: true, session: tx.session });
  }

  async deactivate(employeeId: string, tx: Tx): Promise<void> {
    await this.rows().updateOne({ _id: employeeId }, { $set: { active: false } }, { session: tx.session });
  }

  private rows() {
    return this.database.collection<DirectoryRow>('employee_directory');
  }
}

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Department, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { EmployeeChange } from '../../domain/employee/employee-change.js';
import type { Employee } from '../../domain/employee/employee.js';
import { changeReasonPlace } from '../../persistence/employee/employee-change.repository.js';
import { employeeChangeCollection, employeeCollection } from '../../persistence/employee/employee.schema.js';
import { leaveCollection } from '../../persistence/employee/leave.schema.js';

export interface EmployeeFilter extends PageRequest {
  readonly department?: Department | null;
  readonly active?: boolean | null;
  readonly role?: string | null;
  readonly managerId?: string | null;
  readonly onLeaveToday?: boolean | null;
  /** Whose power waits for a second person. */
  readonly unconfirmed?: boolean | null;
}

/** Both values of `active`, so that an index that begins with it serves the order of ids too. */
const WHETHER_ACTIVE_OR_NOT = { $in: [true, false] };

/** The read side of employees. */
@Injectable()
export class EmployeeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly cipher: FieldCipher,
  ) {}

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

  /** A person as he was on a day; null before he was hired. Throws INPUT_INVALID for a day to come. */
  async asOf(id: string, on: LocalDate): Promise<Employee | null> {
    if (on > this.clock.today()) throw new DomainError('INPUT_INVALID', { problem: 'nothing is known of a day to come' }, 'asOf');
    const change = await this.changes()
      .findOne({ employeeId: id, effectiveOn: { $lte: on } } as never)
      .sort({ effectiveOn: -1, _id: -1 })
      .lean<Stored & Pick<EmployeeChange, 'after'>>()
      .exec();
    const [employee] = change ? await this.byIds([id]) : [];
    return employee && change ? { ...employee, ...change.after } : null;
  }

  async list({ department, active, role, managerId, onLeaveToday, unconfirmed, ...page }: EmployeeFilter): Promise<Page<Employee>> {
    const filter = {
      ...{ ...(department ? { department } : {}), ...(role ? { roles: role } : {}), ...(managerId ? { managerId } : {}) },
      ...{ active: active ?? WHETHER_ACTIVE_OR_NOT },
      ...(unconfirmed === true ? { unconfirmedBy: { $gt: '' } } : {}),
      ...(unconfirmed === false ? { unconfirmedBy: { $not: { $gt: '' } } } : {}),
      ...(onLeaveToday === true ? { _id: { $in: await this.onLeave(this.clock.today()) } } : {}),
      ...(onLeaveToday === false ? { _id: { $nin: await this.onLeave(this.clock.today()) } } : {}),
    };
    return pageOf(this.model(), page, { filter, map: toEmployee, direction: 1 });
  }

  /** The one manager of sales, and how many people are under him [2.1]. */
  async salesHead(): Promise<{ manager: Employee | null; staffCount: number }> {
    const row = await this.model()
      .findOne({ leadsSales: true } as never)
      .lean<Stored>()
      .exec();
    const staffCount = await this.model().countDocuments({ department: 'sales', active: true, leadsSales: false } as never);
    return { manager: row && toEmployee(row), staffCount };
  }

  /** Everybody active in sales but the manager. */
  salesStaff(page: PageRequest): Promise<Page<Employee>> {
    return pageOf(this.model(), page, { filter: { department: 'sales', active: true, leadsSales: false }, map: toEmployee, direction: 1 });
  }

  /** The history of a person, newest first. */
  changesOf(employeeId: string, page: PageRequest): Promise<Page<EmployeeChange>> {
    return pageOf(this.changes(), page, { filter: { employeeId }, map: (row) => this.toChange(row) });
  }

  /** Who is on leave on a day: as many as are away at once. */
  private async onLeave(on: LocalDate): Promise<string[]> {
    const filter = { state: 'APPROVED', from: { $lte: on }, to: { $gte: on } };
    const rows = await this.database
      .model(leaveCollection)
      .find(filter as never, { employeeId: 1, _id: 0 })
      .lean<{ employeeId: string }[]>()
      .exec();
    return rows.map(({ employeeId }) => employeeId);
  }

  private toChange({ _id, ...rest }: Stored): EmployeeChange {
    const change = { id: _id, ...rest } as unknown as EmployeeChange;
    return { ...change, reason: change.reason === null ? null : this.cipher.decrypt(change.reason, changeReasonPlace(_id)) };
  }

  private changes() {
    return this.database.model(employeeChangeCollection);
  }

  private model() {
    return this.database.model(employeeCollection);
  }
}

function toEmployee({ _id, ...rest }: Stored): Employee {
  return { id: _id, ...rest } as unknown as Employee;
}

import { Injectable } from '@nestjs/common';
import { FieldCipher, rowScope } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Leave } from '../../domain/employee/leave.js';
import type { LeaveState } from '../../domain/employee/leave.machine.js';
import { openedLeave } from '../../persistence/employee/leave.repository.js';
import { leaveCollection } from '../../persistence/employee/leave.schema.js';

export interface LeaveFilter extends PageRequest {
  readonly employeeId?: string | null;
  readonly managerId?: string | null;
  readonly state?: LeaveState | null;
  /** Leaves that touch the days from here on. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

/** The read side of leaves: one's own, those of the people one leads and those in which one stands in; all of them for hr. */
@Injectable()
export class LeaveQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly cipher: FieldCipher,
  ) {}

  list({ employeeId, managerId, state, from, to, ...page }: LeaveFilter, actor: Actor): Promise<Page<Leave>> {
    const asked = {
      ...{ ...(employeeId ? { employeeId } : {}), ...(managerId ? { managerId } : {}), ...(state ? { state } : {}) },
      ...{ ...(from ? { to: { $gte: from } } : {}), ...(to ? { from: { $lte: to } } : {}) },
    };
    return pageOf(this.model(), page, { filter: { $and: [asked, scopeOf(actor)] }, map: (row) => openedLeave(row, this.cipher) });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<Leave[]> {
    const rows = await this.rows({ $and: [{ _id: { $in: [...ids] } }, scopeOf(actor)] });
    return rows.map((row) => openedLeave(row, this.cipher));
  }

  /** What keeps these people away today: who stands in is for everybody to know, why they are away is not. */
  async todayOf(employeeIds: readonly string[]): Promise<Pick<Leave, 'employeeId' | 'standInId' | 'to'>[]> {
    const today = this.clock.today();
    const away = { state: 'APPROVED', from: { $lte: today }, to: { $gte: today } };
    const rows = await this.rows({ employeeId: { $in: [...employeeIds] }, ...away });
    return rows as unknown as Pick<Leave, 'employeeId' | 'standInId' | 'to'>[];
  }

  private rows(filter: Record<string, unknown>): Promise<Stored[]> {
    return this.model()
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
  }

  private model() {
    return this.database.model(leaveCollection);
  }
}

function scopeOf(actor: Actor): Record<string, unknown> {
  const scope = rowScope(actor, ['administrator', 'hr-manager', 'auditor']);
  if (scope.kind === 'all') return {};
  const { employeeId } = scope;
  return { $or: [{ employeeId }, { managerId: employeeId }, { standInId: employeeId }] };
}

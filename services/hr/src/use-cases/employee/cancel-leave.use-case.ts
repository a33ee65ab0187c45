import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { cancelLeave } from '../../domain/employee/leave.js';
import { Leaves } from '../../persistence/employee/leave.repository.js';
import { actsForHr } from './hand-of.js';

export interface CancelLeaveRequest {
  readonly requestKey?: string | null;
  readonly leaveId: string;
}

/** Calls a leave off that is not over (销假). */
@Injectable()
export class CancelLeave {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leaves: Leaves,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CancelLeaveRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-leave', actor, input }, async (tx) => {
      const leave = await this.leaves.get(input.leaveId, tx);
      const by = { employeeId: employeeIdOf(actor), forHr: actsForHr(actor) };
      const cancelled = cancelLeave(leave, by, { today: this.clock.today(), at: this.clock.now() });
      return (await this.leaves.save(cancelled, tx)).id;
    });
  }
}

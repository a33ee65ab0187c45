import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decideLeave } from '../../domain/employee/leave.js';
import { written } from '../../domain/employee/wording.js';
import { Leaves } from '../../persistence/employee/leave.repository.js';
import { actsForHr } from './hand-of.js';
import { LeaveDesk } from './leave-desk.js';

export interface DecideLeaveRequest {
  readonly requestKey?: string | null;
  readonly leaveId: string;
  readonly approve: boolean;
  /** Needed when it is refused. */
  readonly reason?: string | null;
}

/** The manager of the person, or hr, grants a leave or refuses it with a reason. */
@Injectable()
export class DecideLeave {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leaves: Leaves,
    private readonly desk: LeaveDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DecideLeaveRequest): Promise<string> {
    return this.work.once({ operation: 'decide-leave', actor, input }, async (tx) => {
      const leave = await this.leaves.get(input.leaveId, tx);
      const by = { employeeId: employeeIdOf(actor), forHr: actsForHr(actor) };
      const decision = { approve: input.approve, reason: written(input.reason), by, at: this.clock.now() };
      const decided = decideLeave(leave, decision, await this.desk.facts(leave, tx));
      return (await this.leaves.save(decided, tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requestLeave } from '../../domain/employee/leave.js';
import type { LeaveKind } from '../../domain/employee/leave.js';
import { written } from '../../domain/employee/wording.js';
import { LeavePolicy } from '../../persistence/employee/leave-policy.js';
import { Leaves } from '../../persistence/employee/leave.repository.js';
import { actsForHr } from './hand-of.js';
import { LeaveDesk } from './leave-desk.js';

export interface RequestLeaveRequest {
  readonly requestKey?: string | null;
  /** Oneself when left out; hr may ask for others. */
  readonly employeeId?: string | null;
  readonly kind: LeaveKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly standInId?: string | null;
  readonly reason?: string | null;
}

/** Asks for a leave, with who stands in (请假). */
@Injectable()
export class RequestLeave {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leaves: Leaves,
    private readonly desk: LeaveDesk,
    private readonly policy: LeavePolicy,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RequestLeaveRequest): Promise<string> {
    return this.work.once({ operation: 'request-leave', actor, input }, async (tx) => {
      const employeeId = input.employeeId ?? employeeIdOf(actor);
      if (employeeId !== employeeIdOf(actor) && !actsForHr(actor))
        throw new DomainError('NOT_FOUND', { noun: 'employee', id: employeeId }, 'employeeId');
      const { kind, from, to, standInId = null } = input;
      const asked = { id: newId('lve'), kind, from, to, reason: written(input.reason), requestedAt: this.clock.now() };
      const facts = await this.desk.facts({ ...asked, employeeId, standInId }, tx);
      const leave = requestLeave(asked, facts, await this.policy.on(this.clock.today()));
      return (await this.leaves.insert(leave, tx)).id;
    });
  }
}

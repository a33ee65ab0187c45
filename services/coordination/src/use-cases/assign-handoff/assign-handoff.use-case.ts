import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { assignHandoff } from '../../domain/board/handoff-moves.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { handoffMoved, moverOf } from '../handoff-movers.js';

export interface AssignHandoffRequest {
  readonly requestKey?: string | null;
  readonly handoffId: string;
  readonly employeeId: string;
}

/** The manager of the receiving department, or the coordinator, gives the work to one of its people [8.4]. */
@Injectable()
export class AssignHandoff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly board: BoardHandoffs,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: AssignHandoffRequest): Promise<string> {
    return this.work.once({ operation: 'assign-handoff', actor, input }, async (tx) => {
      const row = await this.board.get(input.handoffId, tx);
      moverOf(actor, row, 'assign');
      const assignee = await this.directory.find(input.employeeId, tx);
      if (!assignee?.active || assignee.department !== row.to) {
        throw new DomainError('ASSIGNEE_NOT_OF_DEPARTMENT', { employeeId: input.employeeId, department: row.to }, 'employeeId');
      }
      const assigned = await this.board.save(assignHandoff(row, input.employeeId), tx);
      await this.outbox.add(handoffMoved(assigned, 'ASSIGNED', { employeeId: input.employeeId }), tx);
      return assigned.id;
    });
  }
}

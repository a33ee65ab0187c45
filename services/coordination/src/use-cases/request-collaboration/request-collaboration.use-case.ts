import { Injectable } from '@nestjs/common';
import { businessDateOf, employeeIdOf, newId, parseWorkingDuration } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { raiseNeed } from '../../domain/board/collaboration.js';
import { Collaborations } from '../../persistence/collaboration.repository.js';
import { BoardWork } from '../board-work.js';
import { CompanyTime } from '../company-time.js';

export interface RequestCollaborationRequest {
  readonly requestKey?: string | null;
  readonly to: Department;
  readonly need: string;
  readonly subject?: string | null;
  /** Working time such as `2d` or `4h`; the parameter deadline.collaboration-request when left out. */
  readonly deadline?: string | null;
}

/** Anybody asks anything of another department, with a deadline that climbs the ladder [8.4]. */
@Injectable()
export class RequestCollaboration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly collaborations: Collaborations,
    private readonly boardWork: BoardWork,
    private readonly time: CompanyTime,
    private readonly parameters: Parameters,
  ) {}

  execute(actor: Actor, input: RequestCollaborationRequest): Promise<string> {
    return this.work.once({ operation: 'request-collaboration', actor, input }, async (tx) => {
      const requestedAt = await this.time.now();
      const request = raiseNeed({
        id: newId('clb'),
        handoffId: newId('hof'),
        from: actor.kind === 'employee' ? actor.department : null,
        to: input.to,
        subject: input.subject ?? null,
        need: input.need,
        requestedBy: employeeIdOf(actor),
        requestedAt,
      });
      const text = input.deadline ?? (await this.parameters.text('deadline.collaboration-request', businessDateOf(requestedAt)));
      const given = await this.time.given(parseWorkingDuration(text), requestedAt);
      const { from, to, handoffId } = request;
      const participants = [{ role: 'REQUESTER', employeeId: request.requestedBy }];
      const work = { id: handoffId, kind: 'COLLABORATION' as const, type: 'collaboration-request', from, to, ownerId: null, participants };
      await this.collaborations.insert(request, tx);
      await this.boardWork.open({ ...work, subject: request.subject ?? request.id, openedAt: requestedAt, given }, tx);
      return request.id;
    });
  }
}

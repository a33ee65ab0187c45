import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { answerNeed } from '../../domain/board/collaboration.js';
import { Collaborations } from '../../persistence/collaboration.repository.js';
import { BoardWork } from '../board-work.js';
import { CompanyTime } from '../company-time.js';
import { worksFor } from '../handoff-movers.js';

export interface AnswerCollaborationRequest {
  readonly requestKey?: string | null;
  readonly collaborationId: string;
  readonly answer: string;
  /** True when the department cannot help; the answer is the reason. */
  readonly declined?: boolean | null;
}

/** The asked department answers, or declines with the reason; the time it took goes into the statistics [8.4]. */
@Injectable()
export class AnswerCollaboration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly collaborations: Collaborations,
    private readonly boardWork: BoardWork,
    private readonly time: CompanyTime,
  ) {}

  execute(actor: Actor, input: AnswerCollaborationRequest): Promise<string> {
    return this.work.once({ operation: 'answer-collaboration', actor, input }, async (tx) => {
      const request = await this.collaborations.get(input.collaborationId, tx);
      if (actor.kind !== 'employee' || !worksFor(actor, request.to)) {
        throw new DomainError('HANDOFF_OF_OTHERS', { handoffId: request.handoffId, department: request.to, act: 'answer' });
      }
      const declined = input.declined ?? false;
      const answered = answerNeed(request, { answer: input.answer, declined, by: actor.employeeId, at: await this.time.now() });
      await this.collaborations.save(answered, tx);
      const state = declined ? 'RETURNED' : 'COMPLETED';
      await this.boardWork.close(request.handoffId, { state, reasons: declined ? [input.answer.trim()] : [] }, tx);
      return request.id;
    });
  }
}

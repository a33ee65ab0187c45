import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { settleResolution } from '../../domain/meetings/meeting.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { BoardWork } from '../board-work.js';
import { worksFor } from '../handoff-movers.js';

export interface SettleResolutionRequest {
  readonly requestKey?: string | null;
  readonly meetingId: string;
  readonly resolutionId: string;
  readonly state: 'DONE' | 'WITHDRAWN';
  readonly outcome: string;
}

/** A resolution is done, or withdrawn with the reason; its work on the board ends with it [8.3]. */
@Injectable()
export class SettleResolution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly boardWork: BoardWork,
  ) {}

  execute(actor: Actor, input: SettleResolutionRequest): Promise<string> {
    return this.work.once({ operation: 'settle-resolution', actor, input }, async (tx) => {
      const meeting = await this.meetings.get(input.meetingId, tx);
      const settled = settleResolution(meeting, input);
      const resolution = meeting.resolutions.find(({ id }) => id === input.resolutionId);
      if (actor.kind !== 'employee' || !resolution || !worksFor(actor, resolution.department)) {
        throw new DomainError('RESOLUTION_OF_OTHERS', { resolutionId: input.resolutionId, department: resolution?.department ?? '' });
      }
      await this.meetings.save(settled, tx);
      const state = input.state === 'DONE' ? 'COMPLETED' : 'RECALLED';
      await this.boardWork.close(resolution.handoffId, { state, reasons: [input.outcome.trim()] }, tx);
      return meeting.id;
    });
  }
}

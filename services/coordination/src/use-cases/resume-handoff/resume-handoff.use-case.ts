import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { resumeHandoff } from '../../domain/board/handoff-moves.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { CompanyTime } from '../company-time.js';
import { handoffMoved, moverOf } from '../handoff-movers.js';
import { LadderAlarm } from '../ladder-alarm.port.js';

export interface ResumeHandoffRequest {
  readonly requestKey?: string | null;
  readonly handoffId: string;
}

/** The work goes on: deadline and levels move by the working time of the pause [8.6]. */
@Injectable()
export class ResumeHandoff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly board: BoardHandoffs,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
    private readonly alarm: LadderAlarm,
  ) {}

  execute(actor: Actor, input: ResumeHandoffRequest): Promise<string> {
    return this.work.once({ operation: 'resume-handoff', actor, input }, async (tx) => {
      const row = await this.board.get(input.handoffId, tx);
      const { employeeId } = moverOf(actor, row, 'resume');
      const at = await this.time.now();
      const resumed = await this.board.save(resumeHandoff(row, { at, calendar: await this.time.calendar(at) }), tx);
      await this.outbox.add(handoffMoved(resumed, 'RESUMED', { employeeId }), tx);
      const { nextLevelAt } = resumed;
      if (nextLevelAt) tx.afterCommit(() => this.alarm.set(resumed.id, nextLevelAt));
      return resumed.id;
    });
  }
}

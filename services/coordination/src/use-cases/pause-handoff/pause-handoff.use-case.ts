import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { pauseHandoff } from '../../domain/board/handoff-moves.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { CompanyTime } from '../company-time.js';
import { FireDueLevels } from '../fire-due-levels/fire-due-levels.use-case.js';
import { handoffMoved, moverOf } from '../handoff-movers.js';

export interface PauseHandoffRequest {
  readonly requestKey?: string | null;
  readonly handoffId: string;
  readonly reason: string;
}

/** Stops the ladder while the work waits for the customer; what was due before the pause still fires first [8.6]. */
@Injectable()
export class PauseHandoff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly board: BoardHandoffs,
    private readonly fireDueLevels: FireDueLevels,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: PauseHandoffRequest): Promise<string> {
    return this.work.once({ operation: 'pause-handoff', actor, input }, async (tx) => {
      const row = await this.board.get(input.handoffId, tx);
      const { employeeId } = moverOf(actor, row, 'pause');
      const at = await this.time.now();
      const paused = pauseHandoff(await this.fireDueLevels.apply(row, at, tx), { employeeId, reason: input.reason, at });
      await this.board.save(paused, tx);
      await this.outbox.add(handoffMoved(paused, 'PAUSED', { employeeId, reason: input.reason.trim() }), tx);
      return paused.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { acceptHandoff } from '../../domain/board/handoff-moves.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { handoffMoved, moverOf } from '../handoff-movers.js';

export interface AcceptHandoffRequest {
  readonly requestKey?: string | null;
  readonly handoffId: string;
}

/** A person of the receiving department takes the work in hand and is told when it gets late [8.4]. */
@Injectable()
export class AcceptHandoff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly board: BoardHandoffs,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: AcceptHandoffRequest): Promise<string> {
    return this.work.once({ operation: 'accept-handoff', actor, input }, async (tx) => {
      const row = await this.board.get(input.handoffId, tx);
      const { employeeId } = moverOf(actor, row, 'accept');
      const accepted = await this.board.save(acceptHandoff(row, employeeId), tx);
      await this.outbox.add(handoffMoved(accepted, 'ACCEPTED', { employeeId }), tx);
      return accepted.id;
    });
  }
}

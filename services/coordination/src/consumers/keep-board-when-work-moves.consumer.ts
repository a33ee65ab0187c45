import { Injectable } from '@nestjs/common';
import { EveryMessageConsumer } from '@weilend/messaging';
import type { ReceivedMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { TrackHandoff } from '../use-cases/track-handoff/track-handoff.use-case.js';

/** Openings (`handoff.*`) and closing words (`<dept>.handoff-*`) of every kind of work, those of later versions of the topology too. */
@Injectable()
export class KeepBoardWhenWorkMoves extends EveryMessageConsumer {
  constructor(private readonly trackHandoff: TrackHandoff) {
    super();
  }

  handle(message: ReceivedMessage, tx: Tx): Promise<void> {
    return this.trackHandoff.apply(message, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteApproval } from '../use-cases/investigation/note-approval.use-case.js';

@Injectable()
export class NoteDecisionWhenMade extends EventConsumer<'approval.decision-made.v1'> {
  readonly type = 'approval.decision-made.v1';

  constructor(private readonly approval: NoteApproval) {
    super();
  }

  handle(message: EventMessage<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    return this.approval.decided(message.data, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteReply } from '../use-cases/investigation/note-reply.use-case.js';

/** Sales answered a question of an investigation. */
@Injectable()
export class NoteReplyWhenSalesAnswered extends EventConsumer<'sales.handoff-completed.v1'> {
  readonly type = 'sales.handoff-completed.v1';

  constructor(private readonly reply: NoteReply) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.reply.answered(message, tx);
  }
}

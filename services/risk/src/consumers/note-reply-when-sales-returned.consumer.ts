import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteReply } from '../use-cases/investigation/note-reply.use-case.js';

/** Sales cannot answer a question of an investigation and says why. */
@Injectable()
export class NoteReplyWhenSalesReturned extends EventConsumer<'sales.handoff-returned.v1'> {
  readonly type = 'sales.handoff-returned.v1';

  constructor(private readonly reply: NoteReply) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.reply.returned(message, tx);
  }
}

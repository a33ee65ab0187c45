import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteReply } from '../use-cases/investigation/note-reply.use-case.js';

/** A question of an investigation fell away with the application. */
@Injectable()
export class NoteReplyWhenSalesRecalled extends EventConsumer<'sales.handoff-recalled.v1'> {
  readonly type = 'sales.handoff-recalled.v1';

  constructor(private readonly reply: NoteReply) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.reply.recalled(message, tx);
  }
}

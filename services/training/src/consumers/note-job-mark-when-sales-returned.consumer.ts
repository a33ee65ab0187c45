import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteJobMark } from '../use-cases/evaluation/note-job-mark.use-case.js';

/** A superior in sales gave back the question how somebody works since a training. */
@Injectable()
export class NoteJobMarkWhenSalesReturned extends EventConsumer<'sales.handoff-returned.v1'> {
  readonly type = 'sales.handoff-returned.v1';

  constructor(private readonly mark: NoteJobMark) {
    super();
  }

  handle(message: EventMessage<'sales.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.mark.returned(message, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteConditionChange } from '../use-cases/application/note-condition-change.use-case.js';

/** The committee waived a condition of an approval, or put off its day. */
@Injectable()
export class NoteConditionWhenChanged extends EventConsumer<'approval.condition-changed.v1'> {
  readonly type = 'approval.condition-changed.v1';

  constructor(private readonly change: NoteConditionChange) {
    super();
  }

  handle(message: EventMessage<'approval.condition-changed.v1'>, tx: Tx): Promise<void> {
    return this.change.changed(message, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteFinance } from '../use-cases/investigation/note-finance.use-case.js';

@Injectable()
export class KeepGroupWhenChanged extends EventConsumer<'finance.borrower-group-changed.v1'> {
  readonly type = 'finance.borrower-group-changed.v1';

  constructor(private readonly finance: NoteFinance) {
    super();
  }

  handle(message: EventMessage<'finance.borrower-group-changed.v1'>, tx: Tx): Promise<void> {
    return this.finance.groupChanged(message.data, tx);
  }
}

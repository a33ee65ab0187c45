import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteSalesContact } from '../use-cases/note-sales-contact/note-sales-contact.use-case.js';

/** The salesperson spoke with a customer about his arrears. */
@Injectable()
export class NoteContactWhenSalesSpoke extends EventConsumer<'sales.handoff-completed.v1'> {
  readonly type = 'sales.handoff-completed.v1';

  constructor(private readonly contact: NoteSalesContact) {
    super();
  }

  handle({ subject, data }: EventMessage<'sales.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.contact.apply(subject, data, tx);
  }
}

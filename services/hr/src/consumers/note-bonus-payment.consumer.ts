import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteBonusPayment } from '../use-cases/bonus/note-bonus-payment.use-case.js';

/** Finance has paid a bonus. */
@Injectable()
export class NoteBonusWhenPaid extends EventConsumer<'finance.handoff-completed.v1'> {
  readonly type = 'finance.handoff-completed.v1';

  constructor(private readonly note: NoteBonusPayment) {
    super();
  }

  handle({ data }: EventMessage<'finance.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.note.paid(data, tx);
  }
}

/** Finance cannot pay a bonus and says why. */
@Injectable()
export class NoteBonusWhenReturned extends EventConsumer<'finance.handoff-returned.v1'> {
  readonly type = 'finance.handoff-returned.v1';

  constructor(private readonly note: NoteBonusPayment) {
    super();
  }

  handle({ data }: EventMessage<'finance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.note.returned(data, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteFinance } from '../use-cases/investigation/note-finance.use-case.js';

@Injectable()
export class CountOwedWhenRepaid extends EventConsumer<'finance.repayment-recorded.v1'> {
  readonly type = 'finance.repayment-recorded.v1';

  constructor(private readonly finance: NoteFinance) {
    super();
  }

  handle(message: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    return this.finance.owedChanged({ ...message.data, on: message.data.paidOn }, tx);
  }
}

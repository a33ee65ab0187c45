import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenAlert } from '../use-cases/alert/open-alert.use-case.js';

/** Sales hands over a warning sign or misuse of funds. */
@Injectable()
export class OpenAlertWhenHandedOver extends HandoffConsumer<'assess-alert'> {
  readonly type = 'handoff.assess-alert.v1';

  constructor(private readonly open: OpenAlert) {
    super();
  }

  handle(message: HandoffMessage<'assess-alert'>, tx: Tx): Promise<void> {
    return this.open.apply(message, tx);
  }
}

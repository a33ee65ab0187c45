import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RaiseMisuseAlert } from '../use-cases/raise-misuse-alert/raise-misuse-alert.use-case.js';

@Injectable()
export class RaiseAlertWhenFundsMisused extends EventConsumer<'sales.inspection-recorded.v1'> {
  readonly type = 'sales.inspection-recorded.v1';

  constructor(private readonly raise: RaiseMisuseAlert) {
    super();
  }

  handle(message: EventMessage<'sales.inspection-recorded.v1'>, tx: Tx): Promise<void> {
    return this.raise.apply(message, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenCase } from '../use-cases/case/open-case.use-case.js';

/** Risk hands over a final report: the committee opens a case, or the handoff goes back with its code. */
@Injectable()
export class OpenCaseWhenHandedOver extends HandoffConsumer<'decide-application'> {
  readonly type = 'handoff.decide-application.v1';

  constructor(private readonly openCase: OpenCase) {
    super();
  }

  handle(message: HandoffMessage<'decide-application'>, tx: Tx): Promise<void> {
    return this.openCase.apply(message, tx);
  }
}

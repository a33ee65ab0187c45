import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenInvestigation } from '../use-cases/investigation/open-investigation.use-case.js';

@Injectable()
export class OpenInvestigationWhenHandedOver extends HandoffConsumer<'investigate-application'> {
  readonly type = 'handoff.investigate-application.v1';

  constructor(private readonly openInvestigation: OpenInvestigation) {
    super();
  }

  handle(message: HandoffMessage<'investigate-application'>, tx: Tx): Promise<void> {
    return this.openInvestigation.apply(message, tx);
  }
}

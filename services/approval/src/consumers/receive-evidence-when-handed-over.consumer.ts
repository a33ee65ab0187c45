import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveEvidence } from '../use-cases/decision/receive-evidence.use-case.js';

/** Sales hands over the evidence for the conditions of a decision. */
@Injectable()
export class ReceiveEvidenceWhenHandedOver extends HandoffConsumer<'confirm-conditions'> {
  readonly type = 'handoff.confirm-conditions.v1';

  constructor(private readonly receiveEvidence: ReceiveEvidence) {
    super();
  }

  handle(message: HandoffMessage<'confirm-conditions'>, tx: Tx): Promise<void> {
    return this.receiveEvidence.apply(message, tx);
  }
}

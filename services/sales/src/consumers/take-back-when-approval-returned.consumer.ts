import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveReturns } from '../use-cases/application/receive-returns.use-case.js';

/** The committee's secretary sent evidence back. */
@Injectable()
export class TakeBackWhenApprovalReturned extends EventConsumer<'approval.handoff-returned.v1'> {
  readonly type = 'approval.handoff-returned.v1';

  constructor(private readonly returns: ReceiveReturns) {
    super();
  }

  async handle({ data, subject }: EventMessage<'approval.handoff-returned.v1'>, tx: Tx): Promise<void> {
    if (data.handoff === 'confirm-conditions') await this.returns.evidence(subject, data, tx);
  }
}

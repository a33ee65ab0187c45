import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveWork } from '../use-cases/application/receive-work.use-case.js';

/** Approval hands over the signing of a contract. */
@Injectable()
export class ReceiveSigningWhenApproved extends HandoffConsumer<'sign-contract'> {
  readonly type = 'handoff.sign-contract.v1';

  constructor(private readonly work: ReceiveWork) {
    super();
  }

  handle(message: HandoffMessage<'sign-contract'>, tx: Tx): Promise<void> {
    return this.work.signContract(message, tx);
  }
}

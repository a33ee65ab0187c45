import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { TransferPortfolio } from '../use-cases/customer/transfer-portfolio.use-case.js';

/** Hr hands over the customers of somebody who left. */
@Injectable()
export class ReceivePortfolioWhenSomebodyLeft extends HandoffConsumer<'transfer-portfolio'> {
  readonly type = 'handoff.transfer-portfolio.v1';

  constructor(private readonly transfer: TransferPortfolio) {
    super();
  }

  handle(message: HandoffMessage<'transfer-portfolio'>, tx: Tx): Promise<void> {
    return this.transfer.receive(message, tx);
  }
}

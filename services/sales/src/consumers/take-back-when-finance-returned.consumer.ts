import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveReturns } from '../use-cases/application/receive-returns.use-case.js';
import { ReceiveCostSheet } from '../use-cases/contract/receive-cost-sheet.use-case.js';
import { RecordProduct } from '../use-cases/enquiry/record-product.use-case.js';

/** Finance sent work back: a quote, a cost sheet or a payment order that it refused. */
@Injectable()
export class TakeBackWhenFinanceReturned extends EventConsumer<'finance.handoff-returned.v1'> {
  readonly type = 'finance.handoff-returned.v1';

  constructor(
    private readonly returns: ReceiveReturns,
    private readonly costSheets: ReceiveCostSheet,
    private readonly products: RecordProduct,
  ) {
    super();
  }

  async handle({ data, subject }: EventMessage<'finance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    const reasons = [data.code, ...data.reasons];
    if (data.handoff === 'issue-quote') await this.products.refuseQuote(subject, reasons, tx);
    if (data.handoff === 'issue-cost-sheet') await this.costSheets.refused(subject, reasons, tx);
    if (data.handoff === 'disburse-loan') await this.returns.payment(subject, data, tx);
  }
}

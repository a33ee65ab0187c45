import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveCostSheet } from '../use-cases/contract/receive-cost-sheet.use-case.js';

/** Finance issued the cost sheet of a drafted contract. */
@Injectable()
export class AttachCostSheetWhenIssued extends EventConsumer<'finance.cost-sheet-issued.v1'> {
  readonly type = 'finance.cost-sheet-issued.v1';

  constructor(private readonly costSheets: ReceiveCostSheet) {
    super();
  }

  handle(message: EventMessage<'finance.cost-sheet-issued.v1'>, tx: Tx): Promise<void> {
    return this.costSheets.issued(message, tx);
  }
}

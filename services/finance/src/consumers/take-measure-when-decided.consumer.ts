import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { TakeMeasure } from '../use-cases/take-measure/take-measure.use-case.js';

/** Risk decided on a measure that finance carries out. */
@Injectable()
export class TakeMeasureWhenDecided extends HandoffConsumer<'apply-finance-measure'> {
  readonly type = 'handoff.apply-finance-measure.v1';

  constructor(private readonly useCase: TakeMeasure) {
    super();
  }

  handle(message: HandoffMessage<'apply-finance-measure'>, tx: Tx): Promise<void> {
    return this.useCase.apply(message, tx);
  }
}

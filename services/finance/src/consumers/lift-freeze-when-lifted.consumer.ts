import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { TakeMeasure } from '../use-cases/take-measure/take-measure.use-case.js';

/** Risk lifted a freeze. */
@Injectable()
export class LiftFreezeWhenLifted extends EventConsumer<'risk.freeze-lifted.v1'> {
  readonly type = 'risk.freeze-lifted.v1';

  constructor(private readonly useCase: TakeMeasure) {
    super();
  }

  handle({ data }: EventMessage<'risk.freeze-lifted.v1'>, tx: Tx): Promise<void> {
    return this.useCase.lifted(data, tx);
  }
}

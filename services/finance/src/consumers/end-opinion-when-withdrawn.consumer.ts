import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { GiveFinanceOpinion } from '../use-cases/give-finance-opinion/give-finance-opinion.use-case.js';

/** The customer withdrew an application on which an opinion was asked. */
@Injectable()
export class EndOpinionWhenWithdrawn extends EventConsumer<'sales.application-withdrawn.v1'> {
  readonly type = 'sales.application-withdrawn.v1';

  constructor(private readonly opinion: GiveFinanceOpinion) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    return this.opinion.endWithdrawn(data.applicationId, data.reason, tx);
  }
}

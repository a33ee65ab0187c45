import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { GiveLegalOpinion } from '../use-cases/give-legal-opinion/give-legal-opinion.use-case.js';

/** The customer withdrew an application on which an opinion was asked. */
@Injectable()
export class EndOpinionWhenWithdrawn extends EventConsumer<'sales.application-withdrawn.v1'> {
  readonly type = 'sales.application-withdrawn.v1';

  constructor(private readonly opinion: GiveLegalOpinion) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    return this.opinion.endWithdrawn(data.applicationId, data.reason, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { OpenAmendment } from '../use-cases/contract/open-amendment.use-case.js';

/** What is still owed runs on a new schedule: the customer has to sign it. */
@Injectable()
export class OpenAmendmentWhenRestructured extends EventConsumer<'finance.loan-restructured.v1'> {
  readonly type = 'finance.loan-restructured.v1';

  constructor(private readonly amendments: OpenAmendment) {
    super();
  }

  handle(message: EventMessage<'finance.loan-restructured.v1'>, tx: Tx): Promise<void> {
    return this.amendments.apply(message, tx);
  }
}

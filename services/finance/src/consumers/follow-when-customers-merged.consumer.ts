import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FollowMergedCustomer } from '../use-cases/follow-merged-customer/follow-merged-customer.use-case.js';

@Injectable()
export class FollowWhenCustomersMerged extends EventConsumer<'sales.customer-merged.v1'> {
  readonly type = 'sales.customer-merged.v1';

  constructor(private readonly useCase: FollowMergedCustomer) {
    super();
  }

  handle({ data }: EventMessage<'sales.customer-merged.v1'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FollowOwner } from '../use-cases/case/follow-owner.use-case.js';

/** The customer of an application was handed over to another salesperson. */
@Injectable()
export class FollowOwnerWhenTransferred extends EventConsumer<'sales.application-transferred.v1'> {
  readonly type = 'sales.application-transferred.v1';

  constructor(private readonly owner: FollowOwner) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-transferred.v1'>, tx: Tx): Promise<void> {
    return this.owner.apply(data, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { discardDelivery } from '../../domain/deliveries/stuck-delivery.js';
import { StuckDeliveryRows } from '../../persistence/stuck-delivery.repository.js';
import { CompanyTime } from '../company-time.js';

export interface DiscardDeliveryRequest {
  readonly requestKey?: string | null;
  readonly stuckDeliveryId: string;
  readonly reason: string;
}

/** Gives a message up, so that its lane goes on without it; where money moves a second person decides [1.4, 7.3]. */
@Injectable()
export class DiscardDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: StuckDeliveryRows,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: DiscardDeliveryRequest): Promise<string> {
    return this.work.once({ operation: 'discard-delivery', actor, input }, async (tx) => {
      const row = await this.rows.get(input.stuckDeliveryId, tx);
      const ruled = discardDelivery(row, { by: employeeIdOf(actor), reason: input.reason, at: await this.time.now() });
      const { messageId, department, state } = await this.rows.save(ruled, tx);
      if (state === 'DISCARDING')
        await this.outbox.add(event('coordination.delivery-ruled.v1', messageId, { messageId, department, ruling: 'DISCARD' }), tx);
      return row.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { retryDelivery } from '../../domain/deliveries/stuck-delivery.js';
import { StuckDeliveryRows } from '../../persistence/stuck-delivery.repository.js';
import { CompanyTime } from '../company-time.js';

export interface RetryDeliveryRequest {
  readonly requestKey?: string | null;
  readonly stuckDeliveryId: string;
  readonly reason: string;
}

/** After the mend: the department tries the message again, in its lane's order; whether it got on comes back as a fact [1.4]. */
@Injectable()
export class RetryDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: StuckDeliveryRows,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: RetryDeliveryRequest): Promise<string> {
    return this.work.once({ operation: 'retry-delivery', actor, input }, async (tx) => {
      const row = await this.rows.get(input.stuckDeliveryId, tx);
      const by = employeeIdOf(actor);
      const { messageId, department } = await this.rows.save(
        retryDelivery(row, { by, reason: input.reason, at: await this.time.now() }),
        tx,
      );
      await this.outbox.add(event('coordination.delivery-ruled.v1', messageId, { messageId, department, ruling: 'RETRY' }), tx);
      return row.id;
    });
  }
}

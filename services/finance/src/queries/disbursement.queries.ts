import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { OrderState } from '../domain/disbursement/order.machine.js';
import type { StoredOrder } from '../persistence/disbursement-order.repository.js';
import { disbursementOrderCollection } from '../persistence/disbursement-order.schema.js';
import { ownFilter, plain } from './scope.js';

export type { StoredOrder };

/** Disbursement orders in the actor's scope. */
@Injectable()
export class DisbursementQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<StoredOrder[]> {
    return this.find({ _id: { $in: [...ids] } }, actor);
  }

  /** Newest first, so that the first of an application is the one that counts. */
  async ofApplications(applicationIds: readonly string[], actor: Actor): Promise<StoredOrder[]> {
    return this.find({ applicationId: { $in: [...applicationIds] } }, actor);
  }

  list(request: PageRequest & { state?: OrderState | null }, actor: Actor): Promise<Page<StoredOrder>> {
    const filter = { ...(request.state ? { state: request.state } : {}), ...ownFilter(actor, 'salespersonId') };
    return pageOf(this.model(), request, { filter, map: (row) => plain<StoredOrder>(row) });
  }

  private async find(filter: Record<string, unknown>, actor: Actor): Promise<StoredOrder[]> {
    const scoped = { ...filter, ...ownFilter(actor, 'salespersonId') };
    const rows = await this.model()
      .find(scoped as never)
      .sort({ _id: -1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<StoredOrder>(row));
  }

  private model() {
    return this.database.model(disbursementOrderCollection);
  }
}

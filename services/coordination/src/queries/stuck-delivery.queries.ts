import { Injectable } from '@nestjs/common';
import type { Actor, Department } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { StuckDeliveryState } from '../domain/deliveries/stuck-delivery.machine.js';
import type { StuckDelivery } from '../domain/deliveries/stuck-delivery.js';
import { stuckDeliveryCollection } from '../persistence/stuck-delivery.schema.js';
import { mayDo } from './reader.js';

export interface StuckDeliveryFilter extends PageRequest {
  readonly department?: Department | null;
  readonly state?: StuckDeliveryState | null;
  /** True leaves out what has got on or was given up. */
  readonly openOnly?: boolean | null;
}

const OVER: readonly StuckDeliveryState[] = ['APPLIED', 'DISCARDED', 'OLD'];

/** What does not get on in the company, for those who look after it. */
@Injectable()
export class StuckDeliveryQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<StuckDelivery[]> {
    if (!mayDo(actor, 'coordination.read-stuck-delivery')) return [];
    const rows = await this.model()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toStuckDelivery);
  }

  list({ first, after, department, state, openOnly }: StuckDeliveryFilter): Promise<Page<StuckDelivery>> {
    const filter = {
      ...(department ? { department } : {}),
      $and: [...(state ? [{ state }] : []), ...(openOnly ? [{ state: { $nin: [...OVER] } }] : []), {}],
    };
    return pageOf(this.model(), { first, after }, { filter, map: toStuckDelivery });
  }

  private model() {
    return this.database.model(stuckDeliveryCollection);
  }
}

function toStuckDelivery({ _id, ...rest }: Stored): StuckDelivery {
  return { id: _id, ...rest } as unknown as StuckDelivery;
}

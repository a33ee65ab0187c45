import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import { REFERRAL_STATES } from '../../domain/acquisition/referral.machine.js';
import type { ReferralCredit } from '../../domain/acquisition/referral.js';
import { referralCollection } from '../../persistence/acquisition/referral.schema.js';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

export interface ReferralWish extends PageRequest {
  readonly referrerId?: string | null;
  readonly state?: string | null;
}

/** Referrers whose credits are read one after the other and merged. */
const FEW = 20;

/** The read side of credit for referrals; a salesperson sees what his own customers earned. */
@Injectable()
export class ReferralQueries {
  constructor(private readonly database: Database) {}

  async list({ referrerId, state, first, after }: ReferralWish, actor: Actor): Promise<Page<ReferralCredit>> {
    const referrers = await this.own(referrerId ?? null, actor);
    const states = { $in: state ? [state] : [...REFERRAL_STATES] };
    const earned = { ...(referrers ? { referrerId: { $in: referrers } } : {}), state: states };
    const filter = referrers?.length === 0 ? { _id: { $in: [] } } : earned;
    // Of many referrers in the order of the list, and not one referrer after the other.
    const hint = referrers && referrers.length > FEW ? { hint: 'state' } : {};
    return pageOf(this.model(), { first, after }, { filter, map: (row) => toPlain<ReferralCredit>(row), ...hint });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<ReferralCredit[]> {
    const credits = (await newestFirst(this.model(), { _id: { $in: [...ids] } })).map((row) => toPlain<ReferralCredit>(row));
    if (Object.keys(salesScope(actor, 'ownerId')).length === 0) return credits;
    const mine = new Set(
      await this.owned(
        credits.map((credit) => credit.referrerId),
        actor,
      ),
    );
    return credits.filter((credit) => mine.has(credit.referrerId));
  }

  /** Referrers that are meant and may be seen; null for all. */
  private async own(referrerId: string | null, actor: Actor): Promise<string[] | null> {
    const scope = salesScope(actor, 'ownerId');
    if (Object.keys(scope).length === 0) return referrerId ? [referrerId] : null;
    if (referrerId) return this.owned([referrerId], actor);
    // Few customers ever earn something: he may have ten thousand.
    return this.owned((await this.database.collection(referralCollection.name).distinct('referrerId')) as string[], actor);
  }

  private async owned(ids: readonly string[], actor: Actor): Promise<string[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') };
    const rows = await this.database
      .collection(customerCollection.name)
      .find(filter as never, { projection: { _id: 1 } })
      .toArray();
    return rows.map((row) => row._id);
  }

  private model() {
    return this.database.model(referralCollection);
  }
}

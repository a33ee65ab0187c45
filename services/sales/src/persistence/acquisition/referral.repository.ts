import { Injectable } from '@nestjs/common';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ReferralBar, ReferralCredit } from '../../domain/acquisition/referral.js';
import { referralBarCollection, referralCollection } from './referral.schema.js';

const DUPLICATE_KEY = 11_000;

/** Credits for referrals, one for each customer who was sent. */
@Injectable()
export class ReferralCredits extends Repository<ReferralCredit> {
  constructor(database: Database) {
    super(database, referralCollection, 'referral credit');
  }

  forCustomer(customerId: string, tx: Tx): Promise<ReferralCredit | null> {
    return this.findOne({ customerId }, tx);
  }

  /** The unique index speaks when one payout is told twice at once: the second looks again. */
  override async insert(credit: ReferralCredit, tx: Tx): Promise<ReferralCredit> {
    try {
      return await super.insert(credit, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict('referral_credits', credit.id);
      throw error;
    }
  }
}

@Injectable()
export class ReferralBars extends Repository<ReferralBar> {
  constructor(database: Database) {
    super(database, referralBarCollection, 'referral bar');
  }
}

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { costOf } from '../../domain/acquisition/activity.js';
import type { Activity } from '../../domain/acquisition/activity.js';
import type { SalesArea } from '../../domain/acquisition/area.js';
import type { Campaign } from '../../domain/acquisition/campaign.js';
import { expiresOn } from '../../domain/acquisition/partner.js';
import type { Partner } from '../../domain/acquisition/partner.js';
import { activityCollection, areaCollection, campaignCollection, partnerCollection, turnCollection } from './source.schema.js';

const DUPLICATE_KEY = 11_000;

/** Campaigns; the day on which the result is owed is computed at every save. */
@Injectable()
export class Campaigns extends Repository<Campaign> {
  constructor(database: Database) {
    super(database, campaignCollection, 'campaign');
  }

  protected override toDocument(campaign: Campaign): Record<string, unknown> {
    const { id, ...rest } = campaign;
    return { _id: id, ...rest, closingDueOn: campaign.closedOn === null ? campaign.endsOn : null };
  }

  protected override toEntity(row: Stored): Campaign {
    return campaignOf(row);
  }
}

/** Row of the collection to a campaign; also for the read side. */
export function campaignOf({ _id: id, closingDueOn: _due, ...rest }: Stored): Campaign {
  return { id, ...rest } as unknown as Campaign;
}

/** Activities; what they cost and the day on which the result is owed are computed at every save. */
@Injectable()
export class Activities extends Repository<Activity> {
  constructor(database: Database) {
    super(database, activityCollection, 'activity');
  }

  protected override toDocument(activity: Activity): Record<string, unknown> {
    const { id, ...rest } = activity;
    return { _id: id, ...rest, costFen: costOf(activity), resultDueOn: activity.state === 'planned' ? activity.heldOn : null };
  }

  protected override toEntity(row: Stored): Activity {
    return activityOf(row);
  }
}

/** Row of the collection to an activity; also for the read side. */
export function activityOf({ _id: id, costFen: _cost, resultDueOn: _due, ...rest }: Stored): Activity {
  return { id, ...rest } as unknown as Activity;
}

/** Partners with the phone of their contact encrypted at rest. */
@Injectable()
export class Partners extends Repository<Partner> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, partnerCollection, 'partner');
  }

  byCreditCode(creditCode: string, tx: Tx): Promise<Partner | null> {
    return this.findOne({ creditCode }, tx);
  }

  fromRow(row: Stored): Partner {
    return this.toEntity(row);
  }

  protected override toDocument(partner: Partner): Record<string, unknown> {
    const { id, contactPhone, ...rest } = partner;
    const place = { collection: 'partners', id, field: 'contactPhone' };
    return { _id: id, ...rest, contactPhone: contactPhone && this.cipher.encrypt(contactPhone, place), expiresOn: expiresOn(partner) };
  }

  protected override toEntity({ _id: id, expiresOn: _computed, ...rest }: Stored): Partner {
    const stored = rest as unknown as Omit<Partner, 'id'>;
    const place = { collection: 'partners', id, field: 'contactPhone' };
    return { ...stored, id, contactPhone: stored.contactPhone && this.cipher.decrypt(stored.contactPhone, place) };
  }
}

@Injectable()
export class SalesAreas extends Repository<SalesArea> {
  constructor(database: Database) {
    super(database, areaCollection, 'sales area');
  }

  ofDistrict(district: string, tx: Tx): Promise<SalesArea | null> {
    return this.findOne({ district }, tx);
  }
}

interface Turn {
  readonly id: string;
  readonly version: number;
  readonly last: string | null;
}

const TURN = 'leads';

/** Whose turn it was last. Whoever gives out leads by turns writes the row, so that two at once come one after the other. */
@Injectable()
export class LeadTurns extends Repository<Turn> {
  constructor(database: Database) {
    super(database, turnCollection, 'turn');
  }

  /** The next person by `choose`, who is told whose turn was last. */
  async take(choose: (last: string | null) => string, tx: Tx): Promise<string> {
    const turn = await this.find(TURN, tx);
    const next = choose(turn?.last ?? null);
    if (turn) await this.save({ ...turn, last: next }, tx);
    else await this.first(next, tx);
    return next;
  }

  private async first(last: string, tx: Tx): Promise<void> {
    try {
      await this.insert({ id: TURN, version: 0, last }, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict('lead_turns', TURN);
      throw error;
    }
  }
}

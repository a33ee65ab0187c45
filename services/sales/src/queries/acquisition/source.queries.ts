import { Injectable } from '@nestjs/common';
import { maskPhone } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, pageByDay, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { costOf } from '../../domain/acquisition/activity.js';
import type { Activity } from '../../domain/acquisition/activity.js';
import type { SalesArea } from '../../domain/acquisition/area.js';
import { phaseOf } from '../../domain/acquisition/campaign.js';
import type { Campaign, CampaignPhase } from '../../domain/acquisition/campaign.js';
import { expiresOn, isActive, soon } from '../../domain/acquisition/partner.js';
import type { Partner } from '../../domain/acquisition/partner.js';
import { leadCollection } from '../../persistence/acquisition/lead.schema.js';
import { activityOf, campaignOf, Partners } from '../../persistence/acquisition/source.repository.js';
import { activityCollection, areaCollection, campaignCollection, partnerCollection } from '../../persistence/acquisition/source.schema.js';
import { newestFirst, toPlain } from '../rows.js';

export interface ActivityView extends Activity {
  readonly costFen: number;
}

export interface CampaignView extends Campaign {
  readonly phase: CampaignPhase;
}

export interface PartnerView extends Partner {
  readonly expiresOn: LocalDate | null;
}

export interface ActivityWish {
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly kind?: string | null;
  readonly state?: string | null;
  readonly campaignId?: string | null;
}

/** What an activity or a campaign has come to so far. */
export interface SourceFigures {
  readonly id: string;
  readonly leads: number;
  readonly spentFen: number;
}

/** The read side of what leads come from: campaigns, activities, partners, and who covers which district. */
@Injectable()
export class SourceQueries {
  constructor(
    private readonly database: Database,
    private readonly partnerRows: Partners,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async partners(activeOnly: boolean): Promise<PartnerView[]> {
    const rows = await newestFirst(this.database.model(partnerCollection), {});
    const partners = rows.map((row) => this.toPartner(row));
    return activeOnly ? partners.filter((partner) => partner.active) : partners;
  }

  async partnersByIds(ids: readonly string[]): Promise<PartnerView[]> {
    return (await newestFirst(this.database.model(partnerCollection), { _id: { $in: [...ids] } })).map((row) => this.toPartner(row));
  }

  /** Partners on the list whose agreement runs out within some days (by policy when none are told), or ran out already; the first first [3.4]. */
  async expiring(days: number | null): Promise<PartnerView[]> {
    const today = this.clock.today();
    const within = days ?? (await this.parameters.number('partner.renew-ahead', today));
    const filter = { expiresOn: { $type: 'string', $lte: soon(today, within) } };
    const rows = await this.database
      .model(partnerCollection)
      .find(filter as never)
      .sort({ expiresOn: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => this.toPartner(row));
  }

  async activities(): Promise<ActivityView[]> {
    return (await newestFirst(this.database.model(activityCollection), {})).map(toActivity);
  }

  async activitiesByIds(ids: readonly string[]): Promise<ActivityView[]> {
    return (await newestFirst(this.database.model(activityCollection), { _id: { $in: [...ids] } })).map(toActivity);
  }

  activityPage({ first, after, from, to, ...wish }: ActivityWish & PageRequest): Promise<Page<ActivityView>> {
    const named = Object.entries(wish).filter(([, value]) => value !== null && value !== undefined);
    const period = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) };
    const filter = { ...Object.fromEntries(named), ...(from || to ? { heldOn: period } : {}) };
    return pageByDay(this.database.model(activityCollection), { first, after }, { filter, field: 'heldOn', map: toActivity });
  }

  campaigns({ open, ...page }: PageRequest & { open?: boolean | null }): Promise<Page<CampaignView>> {
    const filter = open ? { closedOn: null } : {};
    return pageOf(this.database.model(campaignCollection), page, { filter, map: (row) => this.toCampaign(row) });
  }

  async campaignsByIds(ids: readonly string[]): Promise<CampaignView[]> {
    return (await newestFirst(this.database.model(campaignCollection), { _id: { $in: [...ids] } })).map((row) => this.toCampaign(row));
  }

  async areas(): Promise<SalesArea[]> {
    const rows = await this.database.model(areaCollection).find().sort({ district: 1 }).lean<Stored[]>().exec();
    return rows.map((row) => toPlain<SalesArea>(row));
  }

  /** Leads and cost of activities or campaigns, counted from the indexes. */
  async figures(of: 'activityId' | 'campaignId', ids: readonly string[]): Promise<SourceFigures[]> {
    const leads = await this.sums(leadCollection.name, { of, ids, sum: { $sum: 1 } });
    const spent = of === 'campaignId' ? await this.sums(activityCollection.name, { of, ids, sum: { $sum: '$costFen' } }) : new Map();
    return ids.map((id) => ({ id, leads: leads.get(id) ?? 0, spentFen: (spent.get(id) as number | undefined) ?? 0 }));
  }

  private async sums(collection: string, by: { of: string; ids: readonly string[]; sum: object }): Promise<Map<string, number>> {
    const rows = await this.database
      .collection(collection)
      .aggregate<{ _id: string; sum: number }>([
        { $match: { [by.of]: { $in: [...by.ids] } } },
        { $group: { _id: `$${by.of}`, sum: by.sum } },
      ])
      .toArray();
    return new Map(rows.map((row) => [row._id, row.sum]));
  }

  private toPartner(row: Stored): PartnerView {
    const partner = this.partnerRows.fromRow(row);
    return {
      ...partner,
      active: isActive(partner, this.clock.today()),
      contactPhone: partner.contactPhone && maskPhone(partner.contactPhone),
      expiresOn: expiresOn(partner),
    };
  }

  private toCampaign(row: Stored): CampaignView {
    const campaign = campaignOf(row);
    return { ...campaign, phase: phaseOf(campaign, this.clock.today()) };
  }
}

function toActivity(row: Stored): ActivityView {
  const activity = activityOf(row);
  return { ...activity, costFen: costOf(activity) };
}

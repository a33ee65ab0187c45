import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { requireOpen } from '../../domain/acquisition/campaign.js';
import { isActive } from '../../domain/acquisition/partner.js';
import { checkActivityKind, checkChannelLink } from '../../domain/enquiry/lead.js';
import type { ChannelLink } from '../../domain/enquiry/lead.js';
import { Activities, Campaigns, Partners } from '../../persistence/acquisition/source.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

export interface LeadSource extends ChannelLink {
  readonly campaignId: string | null;
  /** Of the prospect, to see that nobody recommends himself. */
  readonly phone: string | null;
}

/** What a lead says it comes from must be there and in force: an activity, a campaign, a customer on file, a partner under agreement. */
@Injectable()
export class LeadSources {
  constructor(
    private readonly activities: Activities,
    private readonly campaigns: Campaigns,
    private readonly partners: Partners,
    private readonly customers: Customers,
    private readonly clock: BusinessClock,
  ) {}

  /** The campaign that the lead counts for: that of its activity, or the one named. */
  async admit(source: LeadSource, tx: Tx): Promise<string | null> {
    checkChannelLink(source);
    const ofActivity = source.activityId ? await this.activity(source, source.activityId, tx) : null;
    if (source.referrerId) await this.referrer(source.referrerId, source.phone, tx);
    if (source.partnerId) await this.partner(source.partnerId, tx);
    const campaignId = ofActivity ?? source.campaignId;
    if (!campaignId) return null;
    const campaign = await this.campaigns.find(campaignId, tx);
    if (!campaign) throw new DomainError('CAMPAIGN_UNKNOWN', {}, 'campaignId');
    // A prospect of an activity may be written down after the campaign was closed.
    if (!ofActivity) requireOpen(campaign);
    return campaignId;
  }

  private async activity(source: LeadSource, activityId: string, tx: Tx): Promise<string | null> {
    const activity = await this.activities.find(activityId, tx);
    if (!activity) throw new DomainError('ACTIVITY_UNKNOWN', {}, 'activityId');
    if (activity.state === 'cancelled') throw new DomainError('ACTIVITY_CANCELLED', {}, 'activityId');
    checkActivityKind(source, activity.kind);
    return activity.campaignId;
  }

  private async referrer(referrerId: string, phone: string | null, tx: Tx): Promise<void> {
    const referrer = await this.customers.find(referrerId, tx);
    if (!referrer) throw new DomainError('REFERRER_UNKNOWN', {}, 'referrerId');
    if (phone !== null && referrer.phone === phone) throw new DomainError('REFERRER_IS_SELF', {}, 'referrerId');
  }

  private async partner(partnerId: string, tx: Tx): Promise<void> {
    const partner = await this.partners.find(partnerId, tx);
    if (!partner || !isActive(partner, this.clock.today())) throw new DomainError('PARTNER_NOT_ACTIVE', {}, 'partnerId');
  }
}

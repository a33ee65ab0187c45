import { DomainError } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import type { LeadState } from './lead.machine.js';

// Where a customer comes from (获客渠道): online, offline at an activity, recommended by a customer, or sent by a partner. Each channel
// names its source, so that what a channel, an activity or a partner is worth can be counted.

export const LEAD_CHANNELS = ['ONLINE', 'OFFLINE', 'REFERRAL', 'PARTNER'] as const;
export type LeadChannel = (typeof LEAD_CHANNELS)[number];
export const ONLINE_SOURCES = ['WEBSITE', 'SOCIAL_MEDIA', 'LOAN_PLATFORM'] as const;
export type OnlineSource = (typeof ONLINE_SOURCES)[number];
export const ACTIVITY_KINDS = ['FAIR', 'BUSINESS_EVENT', 'COMMUNITY'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export interface ChannelLink {
  readonly channel: LeadChannel;
  readonly onlineSource: OnlineSource | null;
  readonly activityId: string | null;
  readonly referrerId: string | null;
  readonly partnerId: string | null;
}

export interface Lead extends ChannelLink {
  readonly id: string;
  readonly version: number;
  readonly state: LeadState;
  readonly salespersonId: string;
  readonly contactName: string;
  /** Encrypted by the repository. */
  readonly phone: string | null;
  readonly note: string | null;
  readonly customerId: string | null;
  readonly lostBecause: string | null;
  readonly createdAt: Date;
}

type LinkPart = 'onlineSource' | 'activityId' | 'referrerId' | 'partnerId';
const LINK_OF: Readonly<Record<LeadChannel, LinkPart>> = {
  ONLINE: 'onlineSource',
  OFFLINE: 'activityId',
  REFERRAL: 'referrerId',
  PARTNER: 'partnerId',
};
/** Rows of the requirements by channel, in the order of the catalogue: 3.1 to 3.4 share one code. */
const PARTS: readonly LinkPart[] = ['onlineSource', 'activityId', 'referrerId', 'partnerId'];

/** Refuses a channel without its own link, and links that belong to other channels [3.1-3.4]. */
export function checkChannelLink(link: ChannelLink): void {
  const refusals = new Refusals();
  const wanted = LINK_OF[link.channel];
  if (!link[wanted]) refusals.add(new DomainError('CHANNEL_LINK_MISSING', { channel: link.channel, link: wanted }, wanted));
  for (const part of PARTS) {
    if (part !== wanted && link[part]) refusals.add(new DomainError('CHANNEL_LINK_FOREIGN', { channel: link.channel, link: part }, part));
  }
  refusals.done();
}

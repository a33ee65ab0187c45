import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { LeadAssignment } from '../acquisition/assignment.js';
import type { LeadContact } from '../acquisition/lead-steps.js';
import { noProgress } from '../acquisition/lead-progress.js';
import type { LeadProgress } from '../acquisition/lead-progress.js';
import { Refusals } from '../collect-refusals.js';
import type { LeadState } from './lead.machine.js';

// Where a customer comes from (获客渠道): online, offline at an activity, recommended by a customer, or sent by a partner. Each channel
// names its source, so that what a channel, an activity or a partner is worth can be counted.

export const LEAD_CHANNELS = ['ONLINE', 'OFFLINE', 'REFERRAL', 'PARTNER'] as const;
export type LeadChannel = (typeof LEAD_CHANNELS)[number];
export const ONLINE_SOURCES = ['WEBSITE', 'SOCIAL_MEDIA', 'LOAN_PLATFORM'] as const;
export type OnlineSource = (typeof ONLINE_SOURCES)[number];
export const OFFLINE_KINDS = ['FAIR', 'BUSINESS_EVENT', 'COMMUNITY'] as const;
export const ACTIVITY_KINDS = [...OFFLINE_KINDS, ...ONLINE_SOURCES] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export const LOSS_CAUSES = ['NO_NEED', 'PRICE', 'COMPETITOR', 'NOT_ELIGIBLE', 'UNREACHABLE', 'DUPLICATE', 'OTHER'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

export interface ChannelLink {
  readonly channel: LeadChannel;
  readonly onlineSource: OnlineSource | null;
  readonly activityId: string | null;
  readonly referrerId: string | null;
  readonly partnerId: string | null;
}

/** What a prospect said he wants, before anybody has asked him properly. */
export interface LeadInterest {
  readonly amountFen: number | null;
  readonly purpose: string | null;
}

export interface Lead extends ChannelLink {
  readonly id: string;
  readonly version: number;
  readonly state: LeadState;
  /** Null while nobody looks after it. */
  readonly salespersonId: string | null;
  readonly contactName: string;
  /** Encrypted by the repository. */
  readonly phone: string | null;
  readonly note: string | null;
  readonly customerId: string | null;
  readonly lostCause: LossCause | null;
  readonly lostBecause: string | null;
  readonly createdAt: Date;
  /** Null when it came in by itself. */
  readonly createdBy: string | null;
  readonly campaignId: string | null;
  /** County or district by its code of GB/T 2260. */
  readonly district: string | null;
  /** Where exactly: the page, the stall, the clerk of the partner. */
  readonly sourceDetail: string | null;
  readonly interest: LeadInterest;
  /** The moment by which somebody answers, in working time [1.6]; null for leads from before the promise. */
  readonly promisedResponseAt: Date | null;
  readonly firstRespondedAt: Date | null;
  readonly contacts: readonly LeadContact[];
  readonly nextContactOn: LocalDate | null;
  readonly assignments: readonly LeadAssignment[];
  readonly enquiredAt: Date | null;
  readonly convertedAt: Date | null;
  readonly lostAt: Date | null;
  readonly reopened: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  /** Why there is a second lead with this mobile number. */
  readonly duplicateBecause: string | null;
  readonly progress: LeadProgress;
  /** Who saw name and number in full, and why. */
  readonly views: readonly { readonly by: string; readonly reason: string; readonly at: Date }[];
}

/** What has not happened yet to a lead that has just come in. */
export const NOTHING_HAPPENED = {
  ...{ customerId: null, lostCause: null, lostBecause: null, firstRespondedAt: null, contacts: [], nextContactOn: null },
  ...{ enquiredAt: null, convertedAt: null, lostAt: null, reopened: null, progress: noProgress, views: [] },
} as const;

type LinkPart = 'onlineSource' | 'activityId' | 'referrerId' | 'partnerId';
const LINK_OF: Readonly<Record<LeadChannel, LinkPart>> = {
  ONLINE: 'onlineSource',
  OFFLINE: 'activityId',
  REFERRAL: 'referrerId',
  PARTNER: 'partnerId',
};
/** What a channel may name beside: an online lead the activity on its website, its platform or its account. */
const ALSO: Readonly<Record<LeadChannel, readonly LinkPart[]>> = { ONLINE: ['activityId'], OFFLINE: [], REFERRAL: [], PARTNER: [] };
/** Rows of the requirements by channel, in the order of the catalogue: 3.1 to 3.4 share one code. */
const PARTS: readonly LinkPart[] = ['onlineSource', 'activityId', 'referrerId', 'partnerId'];

/** Refuses a channel without its own link, and links that belong to other channels [3.1-3.4]. */
export function checkChannelLink(link: ChannelLink): void {
  const refusals = new Refusals();
  const wanted = LINK_OF[link.channel];
  if (!link[wanted]) refusals.add(new DomainError('CHANNEL_LINK_MISSING', { channel: link.channel, link: wanted }, wanted));
  for (const part of PARTS) {
    if (part !== wanted && link[part] && !ALSO[link.channel].includes(part))
      refusals.add(new DomainError('CHANNEL_LINK_FOREIGN', { channel: link.channel, link: part }, part));
  }
  refusals.done();
}

/** Refuses an activity of another kind: a fair is not online, and what is on the website is no fair [3.1, 3.2]. */
export function checkActivityKind(link: Pick<ChannelLink, 'channel' | 'onlineSource'>, kind: ActivityKind): void {
  const fits = link.channel === 'ONLINE' ? kind === link.onlineSource : (OFFLINE_KINDS as readonly string[]).includes(kind);
  if (!fits) throw new DomainError('ACTIVITY_KIND_FOREIGN', { channel: link.channel, kind }, 'activityId');
}

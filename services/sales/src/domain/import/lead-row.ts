import { DomainError } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { parseMobile } from '../customer/mobile.js';
import { checkChannelLink } from '../enquiry/lead.js';
import type { ChannelLink, LeadChannel, OnlineSource } from '../enquiry/lead.js';
import { oneOfWords, requiredText, text } from './cell-values.js';
import type { Words } from './cell-values.js';
import type { NamedRow } from './row-problem.js';

// A row of a file of leads (线索导入行) means what the form means: who it is, and where he came from. Activities, partners and recommending
// customers may be named as people know them; a name that several have decides nothing.

const CHANNELS: Words<LeadChannel> = {
  ONLINE: ['线上', '网络'],
  OFFLINE: ['线下', '线下活动'],
  REFERRAL: ['转介绍', '客户推荐', '推荐'],
  PARTNER: ['合作机构', '机构合作', '机构'],
};
const ONLINE: Words<OnlineSource> = {
  WEBSITE: ['官网', '网站'],
  SOCIAL_MEDIA: ['社交媒体', '微信', '公众号'],
  LOAN_PLATFORM: ['贷款平台', '助贷平台'],
};

export interface LeadClaim {
  readonly channel: LeadChannel;
  readonly onlineSource: OnlineSource | null;
  readonly contactName: string;
  readonly phone: string | null;
  readonly note: string | null;
  /** As written: an id, a name, a credit code or an identity number. */
  readonly activity: string | null;
  readonly referrer: string | null;
  readonly partner: string | null;
  readonly salesperson: string | null;
}

export interface LeadDraft extends ChannelLink {
  readonly contactName: string;
  readonly phone: string | null;
  readonly note: string | null;
  readonly salespersonId: string;
}

const LONGEST_NAME = 100;
const LONGEST_PHONE = 30;

/** What the cells say by themselves; throws every refusal at once, each at its column. */
export function readLeadRow({ cells }: NamedRow): LeadClaim {
  const refusals = new Refusals();
  const channel = refusals.try(() => oneOfWords(requiredText(cells['channel'], { kind: 'LEADS', column: 'channel' }), CHANNELS, 'channel'));
  const onlineSource = refusals.try(() => oneOfWords(text(cells['onlineSource'], 'onlineSource'), ONLINE, 'onlineSource'));
  const contactName = refusals.try(() => requiredText(cells['contactName'], { kind: 'LEADS', column: 'contactName' }, LONGEST_NAME));
  const phone = refusals.try(() => readPhone(text(cells['phone'], 'phone', LONGEST_PHONE)));
  const free = (column: string) => refusals.try(() => text(cells[column], column));
  const [note, activity, referrer, partner] = [free('note'), free('activity'), free('referrer'), free('partner')];
  const salesperson = free('salesperson');
  refusals.done();
  return {
    ...{ channel: channel ?? 'ONLINE', onlineSource, contactName: contactName ?? '', phone },
    ...{ note, activity, referrer, partner, salesperson },
  };
}

const readPhone = (value: string | null): string | null => (value === null ? null : parseMobile(value, 'phone'));

/** What the names in one or many rows lead to: ids by what is written; several ids when a name is not one thing's alone. */
export interface LeadFacts {
  readonly activities: ReadonlyMap<string, readonly string[]>;
  readonly partners: ReadonlyMap<string, readonly string[]>;
  readonly referrers: ReadonlyMap<string, string>;
  readonly salespeople: ReadonlySet<string>;
}

/** Whose rows these may be. */
export interface RowRights {
  readonly ownerId: string;
  /** Whose a row is that names nobody. */
  readonly salespersonId: string;
  /** Whether a row may name somebody else. */
  readonly assigns: boolean;
}

/** The lead that a row asks for; throws every refusal at once, the same as by hand [3.1-3.4]. */
export function draftLead(claim: LeadClaim, facts: LeadFacts, rights: RowRights): LeadDraft {
  const refusals = new Refusals();
  const { channel, onlineSource, contactName, phone, note } = claim;
  refusals.try(() =>
    checkChannelLink({ channel, onlineSource, activityId: claim.activity, referrerId: claim.referrer, partnerId: claim.partner }),
  );
  const activityId = refusals.try(() => onlyOne(claim.activity, facts.activities, ['ACTIVITY_UNKNOWN', 'activity']));
  const partnerId = refusals.try(() => onlyOne(claim.partner, facts.partners, ['PARTNER_NOT_ACTIVE', 'partner']));
  const referrerId = claim.referrer === null ? null : (facts.referrers.get(claim.referrer) ?? null);
  if (claim.referrer !== null && referrerId === null) refusals.add(new DomainError('REFERRER_UNKNOWN', {}, 'referrer'));
  const salespersonId = refusals.try(() => ownerOf(claim.salesperson, facts.salespeople, rights));
  refusals.done();
  return {
    ...{ channel, onlineSource, activityId, partnerId, referrerId },
    ...{ contactName, phone, note, salespersonId: salespersonId ?? rights.salespersonId },
  };
}

function onlyOne(written: string | null, known: ReadonlyMap<string, readonly string[]>, [code, column]: [string, string]): string | null {
  if (written === null) return null;
  const ids = known.get(written) ?? [];
  if (ids.length > 1) throw new DomainError('ROW_SOURCE_AMBIGUOUS', {}, column);
  const [id] = ids;
  if (!id) throw new DomainError(code, {}, column);
  return id;
}

/** Who looks after a row: the one it names when that is allowed, else the one the file is for. Throws IMPORT_FOR_OTHERS, NOT_A_SALESPERSON. */
export function ownerOf(named: string | null, salespeople: ReadonlySet<string>, rights: RowRights): string {
  if (named === null || named === rights.salespersonId) return rights.salespersonId;
  if (!rights.assigns && named !== rights.ownerId) throw new DomainError('IMPORT_FOR_OTHERS', {}, 'salesperson');
  if (!salespeople.has(named)) throw new DomainError('NOT_A_SALESPERSON', { employeeId: isEmployeeId(named) ? named : '' }, 'salesperson');
  return named;
}

/** Anything else may be somebody's name, which no refusal repeats. */
const isEmployeeId = (written: string): boolean => /^emp_[0-9a-z]{26}$/.test(written);

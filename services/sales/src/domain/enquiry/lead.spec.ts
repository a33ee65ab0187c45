import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { checkActivityKind, checkChannelLink } from './lead.js';
import type { ActivityKind, ChannelLink } from './lead.js';

const none = { onlineSource: null, activityId: null, referrerId: null, partnerId: null };

function refusals(link: ChannelLink): string[] {
  try {
    checkChannelLink(link);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => `${one.code} ${one.field}`);
  }
}

test.each<[string, ChannelLink]>([
  ['[3.1]', { ...none, channel: 'ONLINE', onlineSource: 'LOAN_PLATFORM' }],
  ['[3.2]', { ...none, channel: 'OFFLINE', activityId: 'act_1' }],
  ['[3.1]', { ...none, channel: 'ONLINE', onlineSource: 'SOCIAL_MEDIA', activityId: 'act_1' }],
  ['[3.3]', { ...none, channel: 'REFERRAL', referrerId: 'cus_1' }],
  ['[3.4]', { ...none, channel: 'PARTNER', partnerId: 'ptn_1' }],
])('%s a channel with its own link is accepted: %j', (_rule, link) => {
  expect(refusals(link)).toEqual([]);
});

test.each<[string, ChannelLink, string[]]>([
  ['[3.1]', { ...none, channel: 'ONLINE' }, ['CHANNEL_LINK_MISSING onlineSource']],
  ['[3.2]', { ...none, channel: 'OFFLINE' }, ['CHANNEL_LINK_MISSING activityId']],
  ['[3.3]', { ...none, channel: 'REFERRAL' }, ['CHANNEL_LINK_MISSING referrerId']],
  ['[3.4]', { ...none, channel: 'PARTNER' }, ['CHANNEL_LINK_MISSING partnerId']],
  ['[3.3]', { ...none, channel: 'REFERRAL', referrerId: '' }, ['CHANNEL_LINK_MISSING referrerId']],
  ['[3.1]', { ...none, channel: 'ONLINE', onlineSource: 'WEBSITE', partnerId: 'ptn_1' }, ['CHANNEL_LINK_FOREIGN partnerId']],
  ['[3.4]', { ...none, channel: 'PARTNER', referrerId: 'cus_1' }, ['CHANNEL_LINK_MISSING partnerId', 'CHANNEL_LINK_FOREIGN referrerId']],
])('%s %j is refused', (_rule, link, expected) => {
  expect(refusals(link)).toEqual(expected);
});

test.each<[Pick<ChannelLink, 'channel' | 'onlineSource'>, ActivityKind, boolean]>([
  [{ channel: 'OFFLINE', onlineSource: null }, 'FAIR', true],
  [{ channel: 'ONLINE', onlineSource: 'LOAN_PLATFORM' }, 'LOAN_PLATFORM', true],
  [{ channel: 'ONLINE', onlineSource: 'LOAN_PLATFORM' }, 'WEBSITE', false],
  [{ channel: 'ONLINE', onlineSource: 'WEBSITE' }, 'FAIR', false],
  [{ channel: 'OFFLINE', onlineSource: null }, 'SOCIAL_MEDIA', false],
])('[3.1, 3.2] a lead %j from an activity %s: %s', (link, kind, fits) => {
  const check = () => checkActivityKind(link, kind);
  if (fits) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: 'ACTIVITY_KIND_FOREIGN' }));
});

import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { checkChannelLink } from './lead.js';
import type { ChannelLink } from './lead.js';

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

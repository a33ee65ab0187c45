import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../../../test/builders/refusal.builder.js';
import { draftLead, readLeadRow } from './lead-row.js';
import type { LeadFacts } from './lead-row.js';

const COLLEAGUE = `emp_${'0'.repeat(25)}1`;
const facts: LeadFacts = {
  activities: new Map([
    ['春季展会', ['act_1']],
    ['路演', ['act_2', 'act_3']],
  ]),
  partners: new Map([['91350100M000100Y43', ['ptn_1']]]),
  referrers: new Map([['cus_1', 'cus_1']]),
  salespeople: new Set([COLLEAGUE]),
};
const own = { ownerId: 'emp_me', salespersonId: 'emp_me', assigns: false };
const manager = { ...own, assigns: true };
const read = (cells: Record<string, string>, rights = own) => {
  const row = { line: 2, toLine: 2, cells: { channel: '线上', onlineSource: '官网', contactName: '王先生', ...cells } };
  return draftLead(readLeadRow(row), facts, rights);
};
const offline = { channel: '线下', onlineSource: '' };

describe('[2.8, 3.1-3.4] a row of a file of leads', () => {
  test.each<[Record<string, string>, object]>([
    [{}, { channel: 'ONLINE', onlineSource: 'WEBSITE', salespersonId: 'emp_me', phone: null }],
    [
      { phone: '+86 138-0013-8000', note: '急' },
      { phone: '13800138000', note: '急' },
    ],
    [
      { ...offline, activity: '春季展会' },
      { channel: 'OFFLINE', activityId: 'act_1' },
    ],
    [
      { channel: 'partner', onlineSource: '', partner: '91350100M000100Y43' },
      { channel: 'PARTNER', partnerId: 'ptn_1' },
    ],
    [
      { channel: '转介绍', onlineSource: '', referrer: 'cus_1' },
      { channel: 'REFERRAL', referrerId: 'cus_1' },
    ],
    [{ salesperson: 'emp_me' }, { salespersonId: 'emp_me' }],
  ])('%j asks for a lead', (cells, lead) => {
    expect(read(cells)).toMatchObject(lead);
  });

  test('goes to whom the manager names, else to whom the file is for', () => {
    expect(read({ salesperson: COLLEAGUE }, manager).salespersonId).toBe(COLLEAGUE);
    expect(read({}, { ...manager, salespersonId: COLLEAGUE }).salespersonId).toBe(COLLEAGUE);
  });

  test.each<[Record<string, string>, string]>([
    [{ channel: '' }, 'ROW_VALUE_MISSING'],
    [{ channel: '电视' }, 'ROW_VALUE_UNKNOWN'],
    [{ onlineSource: '电视' }, 'ROW_VALUE_UNKNOWN'],
    [{ onlineSource: '' }, 'CHANNEL_LINK_MISSING'],
    [{ ...offline }, 'CHANNEL_LINK_MISSING'],
    [{ ...offline, onlineSource: '官网', activity: '春季展会' }, 'CHANNEL_LINK_FOREIGN'],
    [{ ...offline, activity: '秋季展会' }, 'ACTIVITY_UNKNOWN'],
    [{ ...offline, activity: '路演' }, 'ROW_SOURCE_AMBIGUOUS'],
    [{ channel: '合作机构', onlineSource: '', partner: '某银行' }, 'PARTNER_NOT_ACTIVE'],
    [{ channel: '推荐', onlineSource: '', referrer: '11010519491231002X' }, 'REFERRER_UNKNOWN'],
    [{ contactName: '' }, 'ROW_VALUE_MISSING'],
    [{ contactName: '长'.repeat(101) }, 'ROW_VALUE_TOO_LONG'],
    [{ phone: '1380013800' }, 'MOBILE_INVALID'],
    [{ phone: '1.38E+10' }, 'MOBILE_INVALID'],
    [{ phone: '02012345678' }, 'MOBILE_INVALID'],
    [{ note: '长'.repeat(501) }, 'ROW_VALUE_TOO_LONG'],
    [{ salesperson: COLLEAGUE }, 'IMPORT_FOR_OTHERS'],
    [{ contactName: '', phone: '1', channel: '' }, 'ROW_VALUE_MISSING,ROW_VALUE_MISSING,MOBILE_INVALID'],
  ])('%j is refused: %s', (cells, codes) => {
    expect(codeOf(() => read(cells))).toBe(codes);
  });

  test('is not given to somebody who does not sell, and never repeats a name', () => {
    expect(codeOf(() => read({ salesperson: '王小明' }, manager))).toBe('NOT_A_SALESPERSON');
    try {
      read({ salesperson: '王小明' }, manager);
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('王小明');
    }
  });
});

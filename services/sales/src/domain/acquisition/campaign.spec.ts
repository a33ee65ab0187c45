import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { amendPlan, checkPlan, closeCampaign, phaseOf, planOf } from './campaign.js';
import type { Campaign, CampaignPhase, CampaignPlan } from './campaign.js';
import { codeOf, RECEIVED } from './lead.builder.js';

const plan: CampaignPlan = {
  ...{ name: '秋季经营贷', startsOn: '2026-11-01' as LocalDate, endsOn: '2026-11-30' as LocalDate, budgetFen: 5_000_000, goalLeads: 200 },
  ...{ ownerId: 'emp_1', targetGrades: ['A'], targetTypes: ['SELF_EMPLOYED'] },
};
const campaign: Campaign = {
  ...plan,
  id: 'cmp_1',
  version: 1,
  createdBy: 'emp_9',
  createdAt: RECEIVED,
  closedOn: null,
  resultNote: null,
  changes: [],
};
const change = { reason: '预算追加', by: 'emp_9', at: RECEIVED };

test.each<[Partial<CampaignPlan>, string | null]>([
  [{}, null],
  [{ startsOn: '2026-11-30' as LocalDate }, null],
  [{ budgetFen: 0 }, null],
  [{ name: ' 秋 ' }, 'NAME_INVALID'],
  [{ endsOn: '2026-10-31' as LocalDate }, 'PERIOD_INVALID'],
  [{ budgetFen: -1 }, 'INPUT_INVALID'],
  [{ goalLeads: 0 }, 'INPUT_INVALID'],
])('[3.1] a plan with %j: %s', (part, code) => {
  const checked = codeOf(() => checkPlan({ ...plan, ...part }));
  expect(typeof checked === 'string' ? checked : null).toBe(code);
});

test.each<[string, LocalDate | null, CampaignPhase]>([
  ['2026-10-31', null, 'AHEAD'],
  ['2026-11-01', null, 'RUNNING'],
  ['2026-11-30', null, 'RUNNING'],
  ['2026-12-01', null, 'OVER'],
  ['2026-11-10', '2026-11-09' as LocalDate, 'CLOSED'],
])('[3.1] on %s, closed %s, it is %s', (on, closedOn, phase) => {
  expect(phaseOf({ ...campaign, closedOn }, on as LocalDate)).toBe(phase);
});

test('[3.1] the plan before stays readable, and a closed one is not planned anew', () => {
  const amended = amendPlan(campaign, { ...plan, budgetFen: 6_000_000 }, change);
  expect([amended.budgetFen, amended.changes]).toEqual([6_000_000, [{ ...change, before: planOf(campaign) }]]);
  const closed = closeCampaign(amended, '2026-11-20' as LocalDate, '目标完成');
  expect(codeOf(() => amendPlan(closed, plan, change))).toBe('CAMPAIGN_CLOSED');
  expect(codeOf(() => closeCampaign(closed, '2026-11-21' as LocalDate, '目标完成'))).toBe('CAMPAIGN_CLOSED');
});

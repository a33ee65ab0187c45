import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { cancel, correctCost, costOf, hold, materialOf, requireWithinCampaign } from './activity.js';
import type { Activity } from './activity.js';
import type { Campaign } from './campaign.js';
import { codeOf, RECEIVED } from './lead.builder.js';

const TODAY = '2026-11-23' as LocalDate;
const planned: Activity = {
  ...{ id: 'act_1', version: 1, kind: 'FAIR', name: '春季展会', heldOn: TODAY, state: 'planned', campaignId: null, ownerId: 'emp_1' },
  ...{ createdBy: 'emp_1', plannedCostFen: 100_000, plannedLeads: 20, actualCostFen: null, costChanges: [], material: null },
  ...{ resultNote: null, cancelledBecause: null },
};
const outcome = { heldOn: TODAY, costFen: 120_000, note: '到场 40 人' };
const change = (toFen: number) => ({ toFen, reason: '发票更正', by: 'emp_1', at: RECEIVED });

describe('[3.2] what an activity costs', () => {
  const held = hold(planned, outcome, TODAY);
  const cancelled = cancel(planned, { reason: '场地取消', spentFen: 30_000 });

  test('is planned, then real; of a cancelled one what was spent', () => {
    expect([planned, held, cancelled].map(costOf)).toEqual([100_000, 120_000, 30_000]);
    expect([held.state, cancelled.state, held.plannedCostFen]).toEqual(['held', 'cancelled', 100_000]);
  });

  test('is put right with the old value kept, before and after it is held', () => {
    const twice = correctCost(correctCost(held, change(125_000)), change(110_000));
    expect([costOf(twice), twice.plannedCostFen, twice.costChanges.map(({ fromFen, toFen }) => [fromFen, toFen])]).toEqual([
      ...[110_000, 100_000],
      [
        [120_000, 125_000],
        [125_000, 110_000],
      ],
    ]);
    expect(correctCost(planned, change(90_000))).toMatchObject({ plannedCostFen: 90_000, actualCostFen: null });
    expect(costOf(correctCost(cancelled, change(0)))).toBe(0);
  });

  test.each<[string, string, () => unknown]>([
    ['held before its day', 'ACTIVITY_NOT_YET', () => hold(planned, { ...outcome, heldOn: '2026-11-24' as LocalDate }, TODAY)],
    ['held twice', 'ILLEGAL_TRANSITION', () => hold(held, outcome, TODAY)],
    ['held after it was called off', 'ILLEGAL_TRANSITION', () => hold(cancelled, outcome, TODAY)],
    ['called off after it was held', 'ILLEGAL_TRANSITION', () => cancel(held, { reason: '场地取消', spentFen: 0 })],
    ['less than nothing', 'INPUT_INVALID', () => hold(planned, { ...outcome, costFen: -1 }, TODAY)],
    ['less than nothing when called off', 'INPUT_INVALID', () => cancel(planned, { reason: '场地取消', spentFen: -1 })],
    ['corrected to the same', 'COST_UNCHANGED', () => correctCost(held, change(120_000))],
    ['corrected to less than nothing', 'INPUT_INVALID', () => correctCost(held, change(-5))],
  ])('%s is refused: %s', (_what, code, act) => {
    expect(codeOf(act)).toBe(code);
  });
});

test.each<[string | null, string | null, unknown]>([
  [null, null, null],
  ['', ' ', null],
  ['经营贷折页', '2026-3', { title: '经营贷折页', version: '2026-3' }],
  ['经营贷折页', null, 'MATERIAL_INCOMPLETE'],
  [null, '2026-3', 'MATERIAL_INCOMPLETE'],
])('[7.8] the material "%s" of version "%s": %j', (title, version, result) => {
  expect(codeOf(() => materialOf(title, version))).toEqual(result);
});

test.each<[string, Partial<Campaign>, string | undefined]>([
  ['2026-11-01', {}, undefined],
  ['2026-11-30', {}, undefined],
  ['2026-10-31', {}, 'ACTIVITY_OUTSIDE_CAMPAIGN'],
  ['2026-12-01', {}, 'ACTIVITY_OUTSIDE_CAMPAIGN'],
  ['2026-11-10', { closedOn: '2026-11-09' as LocalDate }, 'CAMPAIGN_CLOSED'],
])('[3.2] an activity on %s in a campaign of November %j: %s', (heldOn, closing, code) => {
  const campaign = { startsOn: '2026-11-01', endsOn: '2026-11-30', closedOn: null, ...closing } as Campaign;
  expect(codeOf(() => requireWithinCampaign(heldOn as LocalDate, campaign))).toBe(code);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, businessDateOf, newId } from '@weilend/kernel';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Partners } from '../../persistence/acquisition/source.repository.js';
import { SourceQueries } from '../../queries/acquisition/source.queries.js';
import { CreateActivity } from '../enquiry/create-activity.use-case.js';
import type { CreateActivityRequest } from '../enquiry/create-activity.use-case.js';
import { AmendCampaign } from './amend-campaign.use-case.js';
import { CancelActivity } from './cancel-activity.use-case.js';
import { CloseCampaign } from './close-campaign.use-case.js';
import { CorrectActivityCost } from './correct-activity-cost.use-case.js';
import { CreateCampaign } from './create-campaign.use-case.js';
import { HoldActivity } from './hold-activity.use-case.js';

let desk: SalesDesk;
let intake: Intake;
let queries: SourceQueries;

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
  queries = new SourceQueries(desk.platform.database, desk.get(Partners), desk.platform.parameters, desk.platform.clock);
});

afterAll(() => desk.stop());

const plan = (change: object = {}) => ({
  ...{ name: '秋季经营贷', startsOn: intake.day(-30), endsOn: intake.day(30), budget: 5_000_000, goalLeads: 100, ...change },
});
const campaign = (change: object = {}) => desk.get(CreateCampaign).execute(desk.manager, plan(change));
const activity = (change: Partial<CreateActivityRequest> = {}) =>
  desk.get(CreateActivity).execute(desk.seller, { kind: 'FAIR', name: '建材展会', heldOn: intake.day(-1), cost: 100_000, ...change });

describe('[3.1, 3.2] activities and campaigns', () => {
  test('leads count for the activity and its campaign, and both know what was spent', async () => {
    const campaignId = await campaign({ targetGrades: ['A', 'B'], targetTypes: ['SELF_EMPLOYED'] });
    const fair = await activity({ campaignId, plannedLeads: 30, materialTitle: '经营贷折页', materialVersion: '2026-3' });
    const online = await activity({ campaignId, kind: 'LOAN_PLATFORM', name: '平台投放', cost: 40_000 });
    await intake.lead({ channel: 'OFFLINE', activityId: fair });
    await intake.lead({ onlineSource: 'LOAN_PLATFORM', activityId: online });
    await intake.lead({ campaignId });
    await desk.get(HoldActivity).execute(desk.seller, { activityId: fair, actualCost: 120_000, note: '到场 40 人' });
    await desk.get(CorrectActivityCost).execute(desk.seller, { activityId: fair, cost: 115_000, reason: '发票更正' });
    expect(await queries.figures('campaignId', [campaignId])).toEqual([{ id: campaignId, leads: 3, spentFen: 155_000 }]);
    expect(await queries.figures('activityId', [fair, online])).toMatchObject([{ leads: 1 }, { leads: 1 }]);
    const [held] = await queries.activitiesByIds([fair]);
    expect(held).toMatchObject({
      state: 'held',
      costFen: 115_000,
      plannedCostFen: 100_000,
      costChanges: [{ fromFen: 120_000, toFen: 115_000 }],
    });
    expect((await queries.campaignsByIds([campaignId]))[0]).toMatchObject({ phase: 'RUNNING', targetGrades: ['A', 'B'] });
  });

  test.each<[string, Partial<CreateActivityRequest>, string]>([
    ['less than nothing', { cost: -1 }, 'INPUT_INVALID'],
    ['a goal below nothing', { plannedLeads: -1 }, 'INPUT_INVALID'],
    ['no name', { name: ' ' }, 'NAME_INVALID'],
    ['a campaign nobody planned', { campaignId: newId('cmp') }, 'CAMPAIGN_UNKNOWN'],
    ['[1.6] a day that is too long ago', { heldOn: addDays(businessDateOf(new Date()), -4) }, 'RECORDED_TOO_LATE'],
    ['material without its version', { materialTitle: '经营贷折页' }, 'MATERIAL_INCOMPLETE'],
  ])('an activity with %s is refused', async (_what, change, code) => {
    const before = await desk.snapshot();
    expect(await codesOf(activity(change))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });

  test('a lead names an activity of its kind that was not called off', async () => {
    const [fair, online] = [await activity(), await activity({ kind: 'WEBSITE' })];
    expect(await codesOf(intake.lead({ channel: 'OFFLINE', activityId: online }))).toEqual(['ACTIVITY_KIND_FOREIGN']);
    expect(await codesOf(intake.lead({ onlineSource: 'SOCIAL_MEDIA', activityId: online }))).toEqual(['ACTIVITY_KIND_FOREIGN']);
    await desk.get(CancelActivity).execute(desk.seller, { activityId: fair, reason: '场地取消', spent: 5_000 });
    expect(await codesOf(intake.lead({ channel: 'OFFLINE', activityId: fair }))).toEqual(['ACTIVITY_CANCELLED']);
    expect((await queries.activitiesByIds([fair]))[0]).toMatchObject({ state: 'cancelled', costFen: 5_000 });
    expect(await codesOf(intake.lead({ campaignId: newId('cmp') }))).toEqual(['CAMPAIGN_UNKNOWN']);
  });

  test('what is not his or not to come is refused', async () => {
    const ahead = await activity({ heldOn: intake.day(3) });
    const hold = (as = desk.seller) => desk.get(HoldActivity).execute(as, { activityId: ahead, actualCost: 1 });
    expect(await codesOf(hold())).toEqual(['ACTIVITY_NOT_YET']);
    expect(await codesOf(hold(person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
    const row = await desk.platform.database.collection('activities').findOne({ _id: ahead });
    expect([row?.['resultDueOn'], row?.['ownerId']]).toEqual([intake.day(3), desk.seller.employeeId]);
  });

  test('[1.6] one that was held on another day than was planned is recorded soon after it; the planned day was told before', async () => {
    const [moved, old] = [await activity(), await activity()];
    await desk.platform.database.collection('activities').updateOne({ _id: old } as never, { $set: { heldOn: intake.day(-40) } });
    const hold = (activityId: string, heldOn?: string) =>
      desk.get(HoldActivity).execute(desk.seller, { activityId, actualCost: 1, heldOn: heldOn as never });
    const before = await desk.snapshot();
    expect(await codesOf(hold(moved, intake.day(-4)))).toEqual(['RECORDED_TOO_LATE']);
    expect(await codesOf(hold(old, intake.day(-41)))).toEqual(['RECORDED_TOO_LATE']);
    expect(await desk.snapshot()).toBe(before);
    await hold(moved, intake.day(-3));
    await hold(old);
    expect((await queries.activitiesByIds([moved, old])).map(({ heldOn }) => heldOn).sort()).toEqual([intake.day(-40), intake.day(-3)]);
  });

  test('a campaign is planned anew with the old plan kept, and after its end nothing names it', async () => {
    const campaignId = await campaign();
    const { manager } = desk;
    await desk.get(AmendCampaign).execute(manager, { ...plan({ budget: 6_000_000 }), campaignId, reason: '预算追加' });
    const [amended] = await queries.campaignsByIds([campaignId]);
    expect([amended?.budgetFen, amended?.changes[0]?.before.budgetFen]).toEqual([6_000_000, 5_000_000]);
    expect(await codesOf(activity({ campaignId, heldOn: intake.day(31) }))).toEqual(['ACTIVITY_OUTSIDE_CAMPAIGN']);
    const held = await activity({ campaignId });
    await desk.get(CloseCampaign).execute(manager, { campaignId, resultNote: '目标完成' });
    expect(await codesOf(activity({ campaignId }))).toEqual(['CAMPAIGN_CLOSED']);
    expect(await codesOf(intake.lead({ campaignId }))).toEqual(['CAMPAIGN_CLOSED']);
    expect((await intake.read(await intake.lead({ channel: 'OFFLINE', activityId: held }))).campaignId).toBe(campaignId);
    expect((await queries.campaigns({ open: true, first: 50 })).nodes.map(({ id }) => id)).not.toContain(campaignId);
  });
});

test('[3.2] activities by period and kind come by the latest day, page by page', async () => {
  await desk.platform.database.collection('activities').deleteMany({});
  await seedParameters(desk.platform, { 'record.late-days': '30' });
  for (const day of [-3, -9, -3, -1, -5]) await activity({ kind: 'COMMUNITY', heldOn: intake.day(day) });
  await activity({ kind: 'FAIR', heldOn: intake.day(-2) });
  await seedParameters(desk.platform);
  const wish = { from: intake.day(-5), to: intake.day(-1), kind: 'COMMUNITY', first: 2 };
  const days: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page = await queries.activityPage({ ...wish, after });
    days.push(...page.nodes.map(({ heldOn }) => heldOn));
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  expect(days).toEqual([-1, -3, -3, -5].map((day) => intake.day(day)));
  expect([await (await queries.activityPage(wish)).totalCount, (await queries.activityPage({})).nodes.length]).toEqual([4, 6]);
  expect(await codesOf(queries.activityPage({ after: 'bad' }))).toEqual(['INPUT_INVALID']);
});

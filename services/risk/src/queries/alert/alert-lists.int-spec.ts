import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { WarningRuleQueries } from '../early-warning/warning-rule.queries.js';
import { WatchQueries } from '../watch/watch.queries.js';
import { AlertDashboardQueries } from './alert-dashboard.queries.js';
import { RiskAlertQueries } from './risk-alert.queries.js';
import type { AlertFilter } from './risk-alert.queries.js';

let risk: RiskUnderTest;
const customerId = newId('cus');

beforeAll(async () => {
  risk = await riskUnderTest();
  for (const level of ['LOW', 'MEDIUM', 'HIGH'] as const)
    await risk.reportRisk.execute(risk.people.first, { category: 'CREDIT', level, aboutId: customerId, text: 'the shop is shut' });
});
afterAll(() => risk.platform.stop());

/** How the database answered, as its profiler writes it. */
async function plansOf(ask: () => Promise<unknown>): Promise<string[]> {
  const { connection } = risk.platform.database;
  const db = connection.getClient().db(connection.name);
  await db.command({ profile: 2 });
  await ask();
  await db.command({ profile: 0 });
  const profile = db.collection<{ ns: string; planSummary?: string }>('system.profile');
  const rows = await profile
    .find({ planSummary: { $exists: true }, ns: { $regex: /\.(risk_alerts|risk_watches|warning_rules)$/ } })
    .toArray();
  await profile.drop();
  return rows.map(({ planSummary }) => planSummary ?? '');
}

const alerts = () => new RiskAlertQueries(risk.platform.database, risk.platform.clock);
const watches = () => new WatchQueries(risk.platform.database, risk.platform.clock);

describe('[4.23, 7.5] every list answers from an index', () => {
  test.each<[string, AlertFilter]>([
    ['unacknowledged', { state: 'RAISED' }],
    ['exceptions', { highWithoutTracker: true }],
    ['mine', { mine: true }],
    ['overdue', { overdue: true }],
    ['measures overdue', { measureOverdue: true }],
    ['of a customer', { about: customerId }],
    ['of a rule', { ruleCode: 'DPD_90' }],
    ['all', {}],
  ])('alerts: %s', async (_title, filter) => {
    const plans = await plansOf(() => alerts().list({ ...filter, first: 5 }, risk.people.manager));
    expect(plans).toHaveLength(1);
    expect(plans.filter((plan) => plan.includes('COLLSCAN'))).toEqual([]);
  });

  test.each([
    ['all', {}],
    ['of a state and level', { state: 'WATCHED' as const, level: 'HIGH' as const }],
    ['exceptions', { exceptions: true }],
    ['mine', { mine: true }],
    ['reviews overdue', { reviewOverdue: true }],
    ['of a customer', { customerId }],
  ])('watched customers: %s', async (_title, filter) => {
    const plans = await plansOf(() => watches().list({ ...filter, first: 5 }, risk.people.manager));
    expect(plans).toHaveLength(1);
    expect(plans.filter((plan) => plan.includes('COLLSCAN'))).toEqual([]);
  });

  test('rules, and the dashboard', async () => {
    const rules = new WarningRuleQueries(risk.platform.database);
    const dashboard = new AlertDashboardQueries(risk.platform.database, risk.platform.clock);
    const plans = await plansOf(async () => {
      for (const filter of [{}, { state: 'ACTIVE' as const }, { signal: 'COMPLAINT' as const }, { code: 'DPD_90' }])
        await rules.list(filter);
      await dashboard.of({});
    });
    expect(plans.length).toBeGreaterThanOrEqual(13);
    expect(plans.filter((plan) => plan.includes('COLLSCAN'))).toEqual([]);
  });
});

test('[4.23] the dashboard counts by age and severity, and what must not lie', async () => {
  const dashboard = new AlertDashboardQueries(risk.platform.database, risk.platform.clock);
  const alert = { raisedAt: new Date(Date.now() - 40 * 86_400_000) };
  const rows = risk.platform.database.collection<{ level: string }>('risk_alerts');
  await rows.updateOne({ level: 'LOW' }, { $set: alert });
  const seen = await dashboard.of({});
  expect(seen.open).toEqual([
    { level: 'HIGH', withinDay: 1, withinWeek: 0, withinMonth: 0, older: 0 },
    { level: 'LOW', withinDay: 0, withinWeek: 0, withinMonth: 0, older: 1 },
    { level: 'MEDIUM', withinDay: 1, withinWeek: 0, withinMonth: 0, older: 0 },
  ]);
  expect(seen.exceptions).toEqual({ unacknowledged: 3, overdue: 0, highWithoutTracker: 1, watchExceptions: 1, reviewsOverdue: 0 });
  expect(seen.months.reduce((sum, { raised }) => sum + raised, 0)).toBe(3);
  expect(seen.months).toHaveLength(2);
});

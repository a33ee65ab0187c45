import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { newId } from '@weilend/kernel';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { riskConsumers } from '../src/consumers/all.js';
import { riskService } from '../src/risk.module.js';
import { handover } from './builders/inputs.builder.js';

let risk: SubgraphUnderTest;
const first = person('risk', 'investigator');
const manager = person('risk', 'risk-manager');
const second = person('risk', 'risk-manager');
const seller = person('sales', 'salesperson');
const member = person('approval', 'committee-member');
const source = new MessageSource();

beforeAll(async () => {
  risk = await testSubgraph(riskService);
  await seedPeople(risk.platform, [first, manager, second, seller]);
});
afterAll(() => risk.stop());

type Answer = { userErrors: { code: string }[] } & Record<string, Record<string, unknown> | null>;

async function ask<T>(query: string, as: EmployeeActor, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await risk.graph(query, variables, as);
  expect(errors).toBeUndefined();
  return data as T;
}

async function act(name: string, input: object, selection: string, as: EmployeeActor): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code } } }`;
  return (await ask<Record<string, Answer>>(query, as, { input }))[name] as Answer;
}

const report = async (change: object = {}) => {
  const input = { category: 'CREDIT', level: 'HIGH', aboutId: newId('cus'), text: 'the shop is shut', ...change };
  const { riskAlert } = await act('reportRisk', input, 'riskAlert { id }', seller);
  return { alertId: String(riskAlert?.['id']), customerId: input.aboutId };
};
const idsOf = async (args: string, as = manager) => {
  const { riskAlerts } = await ask<{ riskAlerts: { nodes: { id: string }[] } }>(`{ riskAlerts(${args}, first: 50) { nodes { id } } }`, as);
  return riskAlerts.nodes.map(({ id }) => id);
};

describe('[4.23, 7.4] an alert from its report to its closing, through the graph', () => {
  test('each step shows its deadline, and the measure its way', async () => {
    const { alertId, customerId } = await report();
    const seen = 'riskAlert { state dueAt level customer { id } measures { measureId state effect } }';
    const known = await act('acknowledgeAlert', { alertId }, seen, manager);
    expect(known).toMatchObject({ riskAlert: { state: 'ACKNOWLEDGED', dueAt: expect.any(String), customer: { id: customerId } } });
    const assessment = { alertId, probability: 'LIKELY', expectedLoss: '5000.00', text: 'half may be lost' };
    expect(await act('assessAlert', { ...assessment, level: 'LOW' }, seen, first)).toMatchObject({
      riskAlert: null,
      userErrors: [{ code: 'ALERT_LEVEL_REASON_MISSING' }],
    });
    expect(await act('assessAlert', assessment, `riskAlert { state assessments { expectedLoss assessedBy { id } } }`, first)).toMatchObject(
      {
        riskAlert: { state: 'ASSESSED', assessments: [{ expectedLoss: '5000.00', assessedBy: { id: first.employeeId } }] },
      },
    );
    const measure = { alertId, kind: 'MORE_SECURITY', ownerId: first.employeeId, dueOn: '2999-01-01', reason: 'a guarantor' };
    const { riskAlert } = await act('recordMeasure', measure, seen, manager);
    expect(riskAlert).toMatchObject({ state: 'MEASURED', measures: [{ state: 'HANDED_OVER', effect: null }] });
    const close = await act('closeAlert', { alertId, text: 'it is over' }, seen, manager);
    expect(close).toMatchObject({ riskAlert: null, userErrors: [{ code: 'ALERT_MEASURES_UNCHECKED' }] });
  });

  test('the lists: mine, unacknowledged, overdue, without a tracker, of a customer', async () => {
    const { alertId, customerId } = await report();
    expect(await idsOf('mine: true', seller)).toContain(alertId);
    expect(await idsOf('mine: true', first)).not.toContain(alertId);
    expect(await idsOf('state: RAISED')).toContain(alertId);
    expect(await idsOf('highWithoutTracker: true')).toContain(alertId);
    expect(await idsOf(`about: "${customerId}"`)).toEqual([alertId]);
    expect(await idsOf('overdue: true')).not.toContain(alertId);
    const alerts = risk.platform.database.collection<{ _id: string }>('risk_alerts');
    await alerts.updateOne({ _id: alertId }, { $set: { dueAt: new Date('2026-01-01T00:00:00Z') } });
    expect(await idsOf('overdue: true')).toContain(alertId);
    await act('assignAlertTracker', { alertId, trackerId: first.employeeId }, 'riskAlert { id }', manager);
    expect(await idsOf('mine: true', first)).toContain(alertId);
    expect(await idsOf('highWithoutTracker: true')).not.toContain(alertId);
  });
});

describe('[7.5, 7.6] the watch-list', () => {
  const listed = async (args: string) => {
    const query = `{ watchedCustomers(${args}, first: 50) { nodes { id isException customer { id } plan { goal } nextReviewOn causes { kind } } } }`;
    return (await ask<{ watchedCustomers: { nodes: { id: string }[] } }>(query, manager)).watchedCustomers.nodes;
  };

  test('a HIGH alert puts its customer on the exception list until he has a person and a plan', async () => {
    const { customerId } = await report();
    const [watch] = await listed(`customerId: "${customerId}"`);
    expect(watch).toMatchObject({ isException: true, causes: [{ kind: 'HIGH_ALERT' }], plan: null });
    const watchId = watch?.id;
    expect((await listed('exceptions: true')).map(({ id }) => id)).toContain(watchId);
    await act('assignWatchTracker', { watchId, trackerId: first.employeeId }, 'watchedCustomer { id }', manager);
    const plan = { watchId, goal: 'half by March', actions: ['a visit a week'], reviewEveryDays: 7 };
    const planned = await act('setWatchPlan', plan, 'watchedCustomer { isException nextReviewOn plan { actions } }', first);
    expect(planned).toMatchObject({ watchedCustomer: { isException: false, plan: { actions: ['a visit a week'] } }, userErrors: [] });
    expect((await listed('exceptions: true')).map(({ id }) => id)).not.toContain(watchId);
  });

  test('leaves it by a second person only', async () => {
    const input = { aboutId: newId('cus'), level: 'MEDIUM', reason: 'rumours in the market' };
    const { watchedCustomer } = await act('enterWatch', input, 'watchedCustomer { id }', first);
    const watchId = watchedCustomer?.['id'];
    await act('proposeWatchEnd', { watchId, reason: 'the rumours were false' }, 'watchedCustomer { state }', manager);
    const decision = { watchId, agreed: true, reason: 'I have seen it' };
    expect(await act('decideWatchEnd', decision, 'watchedCustomer { state }', manager)).toMatchObject({
      userErrors: [{ code: 'WATCH_OWN_END' }],
    });
    expect(await act('decideWatchEnd', decision, 'watchedCustomer { state }', second)).toMatchObject({
      watchedCustomer: { state: 'ENDED' },
    });
  });

  test('[7.5] a new application of a watched customer is flagged to who investigates it, and not to who sells', async () => {
    const { customerId } = await report();
    const data = handover(risk, { salespersonId: seller.employeeId, customerId });
    const inbox = inboxOf(
      risk.platform,
      riskConsumers.map((consumer) => risk.app.get(consumer)),
    );
    await inbox.receive(source.handoff('investigate-application', 'sales', { subject: data.applicationId, data }));
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { investigation { applicantWatch { level } } } } }`;
    const variables = { r: [{ __typename: 'LoanApplication', id: data.applicationId }] };
    const seen = await ask<Record<string, unknown>>(query, member, variables);
    expect(seen['_entities']).toEqual([{ investigation: { applicantWatch: { level: 'HIGH' } } }]);
    const sold = await risk.graph(query, variables, seller);
    expect(sold.errors?.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN']);
  });
});

describe('[4.23] early-warning rules and the dashboard', () => {
  test('the rules of a new company are in force; a new one takes two people', async () => {
    const query = '{ warningRules(state: ACTIVE, first: 100) { nodes { code ruleVersion signal meaning } } }';
    const { warningRules } = await ask<{ warningRules: { nodes: { code: string }[] } }>(query, first);
    expect(warningRules.nodes.map(({ code }) => code)).toEqual(expect.arrayContaining(['DPD_90', 'FIRST_PAYMENT_DEFAULT']));
    const rule = { code: 'DPD_15', signal: 'DAYS_PAST_DUE', leastAmount: 15, windowDays: 30, category: 'CREDIT', level: 'LOW' };
    const input = { ...rule, dedupeKey: 'DAYS_PAST_DUE', meaning: '逾期十五天以上' };
    const { warningRule } = await act('draftWarningRule', input, 'warningRule { id state times }', manager);
    expect(warningRule).toMatchObject({ state: 'DRAFT', times: 1 });
    const ruleId = warningRule?.['id'];
    expect(await act('activateWarningRule', { ruleId }, 'warningRule { state }', manager)).toMatchObject({
      userErrors: [{ code: 'WARNING_RULE_OWN' }],
    });
    expect(await act('activateWarningRule', { ruleId }, 'warningRule { state }', second)).toMatchObject({
      warningRule: { state: 'ACTIVE' },
    });
  });

  const DASHBOARD = `query ($from: LocalDate, $to: LocalDate) { riskAlertDashboard(from: $from, to: $to) {
    from to open { level withinDay withinWeek withinMonth older } measures { kind state effect measures } ruleHits { code hits open }
    months { month raised high closed } exceptions { unacknowledged overdue highWithoutTracker watchExceptions reviewsOverdue } } }`;

  test('one request shows what is open, measured, missing and hit', async () => {
    await report({ level: 'LOW' });
    const { riskAlertDashboard } = await ask<{ riskAlertDashboard: Record<string, unknown> }>(DASHBOARD, manager);
    expect(riskAlertDashboard).toMatchObject({
      open: expect.arrayContaining([expect.objectContaining({ level: 'LOW', withinDay: expect.any(Number), older: 0 })]),
      measures: expect.arrayContaining([expect.objectContaining({ kind: 'MORE_SECURITY', state: 'HANDED_OVER', effect: null })]),
      exceptions: { unacknowledged: expect.any(Number), overdue: expect.any(Number) },
      ruleHits: [],
    });
    const [month] = riskAlertDashboard['months'] as { raised: number; high: number }[];
    expect(month?.raised).toBeGreaterThan(month?.high ?? 0);
  });

  test('only for those who lead or supervise, and only for a period that makes sense', async () => {
    const seen = await risk.graph(DASHBOARD, {}, seller);
    expect(seen.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    for (const period of [
      { from: '2026-02-01', to: '2026-01-01' },
      { from: '2020-01-01', to: '2026-01-01' },
    ])
      expect((await risk.graph(DASHBOARD, period, manager)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

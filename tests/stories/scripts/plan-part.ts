// The sales plan of the quarter, and a report on a competitor that changes it.
import type { Act } from '../../../infra/local/demo/person.ts';
import { yuan } from '../lib/client.ts';
import { must } from '../lib/must.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import type { Scene } from './scene.ts';

const PLAN = `query Plan($quarter: String!) {
  salesPlan(quarter: $quarter) { id state strategy reports { id conclusion { text } } revisions { reason before { strategy } } }
}`;

const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

async function planIn(scene: Scene): Promise<unknown> {
  const { data } = await scene.company.one('sales-manager').ask(PLAN, { quarter: quarterOf(await scene.company.today()) });
  return at(data, 'salesPlan');
}

/** What a plan says: a target for everybody who sells, and for the department as much as `share` of their sum. */
async function contentOf({ company }: Scene, share: number): Promise<Record<string, unknown>> {
  const { data } = await company.one('hr-manager').ask('query Staff { employees(active: true, first: 100) { nodes { id roles } } }');
  const sellers = listAt(data, 'employees', 'nodes').filter((one) => listAt(one, 'roles').includes('SALESPERSON'));
  const [money, loans, customers] = [200_000, 10, 5];
  const all = (each: number): number => Math.floor(each * sellers.length * share);
  return {
    strategy: '以社区和合作机构为主，优先服务首次贷款的小微客户',
    department: { disbursed: yuan(all(money)), loans: all(loans), newCustomers: all(customers) },
    targets: sellers.map((one) => ({ employeeId: at(one, 'id'), disbursed: yuan(money), loans, newCustomers: customers })),
  };
}

/** One plan a quarter: a story that was told before has left one. @returns its id */
export async function publishPlan(scene: Scene): Promise<string> {
  const { company, story } = scene;
  const manager = company.one('sales-manager');
  const known = await planIn(scene);
  if (at(known, 'state') === 'PUBLISHED') return textAt(known, 'id');
  let planId = at(known, 'id') as string | null;
  if (planId === null) {
    const input = { quarter: quarterOf(await company.today()), ...(await contentOf(scene, 2)) };
    planId = textAt(await story.act(manager, { verb: 'createSalesPlan', input, select: 'salesPlan { id }' }), 'salesPlan', 'id');
    await story.isRefused(manager, publishing(planId), 'TARGETS_TOO_LOW');
  }
  const change = { planId, ...(await contentOf(scene, 0.9)) };
  await story.act(manager, { verb: 'changeSalesPlan', input: change, select: 'salesPlan { id }' });
  await story.act(manager, publishing(planId));
  return planId;
}

const publishing = (planId: string): Act => ({ verb: 'publishSalesPlan', input: { planId }, select: 'salesPlan { id state }' });

/** A salesperson has seen what a competitor does; the manager draws the conclusion, and the plan rests on it from then on. */
export async function reportChangesPlan(scene: Scene, planId: string): Promise<void> {
  const { company, story, run } = scene;
  const manager = company.one('sales-manager');
  const report = {
    ...{ kind: 'COMPETITOR', topic: 'INTEREST_RATES', competitor: '同城小额贷款公司' },
    finding: '对方对首次贷款客户下调利率，并延长还款期限',
    consequence: '首次贷款客户可能流失',
    source: '客户访谈与对方官网公示',
  };
  const written = await story.act(company.nth('salesperson', scene.turn + 1), {
    ...{ verb: 'writeMarketReport', input: report, select: 'marketReport { id }' },
  });
  const reportId = textAt(written, 'marketReport', 'id');
  const conclusion = { reportId, conclusion: '加强老客户回访，不跟随降价' };
  await story.act(manager, { verb: 'concludeMarketReport', input: conclusion, select: 'marketReport { id }' });
  const before = await planIn(scene);
  const strategy = `加强老客户回访与转介绍（${run}）`;
  const change = { planId, ...(await contentOf(scene, 0.9)), strategy, reportIds: [reportId], reason: '竞争对手调整利率' };
  await story.act(manager, { verb: 'changeSalesPlan', input: change, select: 'salesPlan { id }' });
  const after = await planIn(scene);
  must(
    listAt(after, 'reports').some((one) => at(one, 'id') === reportId && at(one, 'conclusion', 'text') !== null),
    'the plan names the report that it rests on',
    at(after, 'reports'),
  );
  const last = listAt(after, 'revisions').at(-1);
  must(at(last, 'before', 'strategy') === at(before, 'strategy'), 'what the plan said before stays readable', last);
}

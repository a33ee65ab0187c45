// A day of the sales department: the plan of the quarter, what a salesperson owes today and works off, a report on a competitor that changes the plan, and a
// problem on its way to being solved.
import type { Act, Person } from '../../../infra/local/demo/person.ts';
import { yuan } from '../lib/client.ts';
import { must } from '../lib/must.ts';
import { daysAfter, putOnFile, writeLead } from '../lib/prospects.ts';
import { at, listAt, numberAt, textAt } from '../lib/read.ts';
import { SalesDesk } from '../lib/sales-desk.ts';
import { clientOf } from './scene.ts';
import type { Scene, Script } from './scene.ts';

const PLAN = `query Plan($quarter: String!) {
  salesPlan(quarter: $quarter) { id state strategy reports { id conclusion { text } } revisions { reason before { strategy } } }
}`;
const DAY = `query Day {
  salesDay {
    date quarter plan { id } workLog { id handedInAt entries { id } } stages { stage applications }
    deadlines { kind late today items(first: 100) { about dueAt isLate customer { id } lead { id } enquiry { id } problem { id } } }
  }
}`;
const DASHBOARD = `query Dashboard {
  salesDashboard { quarter plan { id state } withoutWorkLog { id } deadlines { kind late today byPerson { employee { id } late today } } }
}`;
/** A day looks so far ahead. */
const AHEAD_DAYS = 3;

/** What somebody owes, made by the script. */
interface Owed {
  readonly customerId: string;
  readonly leadId: string;
  readonly enquiryId: string;
  readonly problemId: string;
  /** Those of it that have to be in the list of today. */
  readonly listed: readonly string[];
}

export const salesDay: Script = {
  name: 'sales-day',
  tells:
    'the plan of the quarter is published and changed by a report on a competitor; a salesperson sees what he owes, works it off and hands in his day; a problem is solved and confirmed',
  ends: null,
  play: async (scene) => {
    const { company } = scene;
    const manager = company.one('sales-manager');
    const planId = await publishPlan(scene);
    await reportChangesPlan(scene, planId);
    const seller = await whoIsAtWork(scene);
    const sellerId = await seller.employeeId();
    const owed = await owe(scene, seller);
    const morning = await dayOf(seller);
    must(at(morning, 'plan', 'id') === planId, 'the day shows the plan of the quarter', at(morning, 'plan'));
    const missing = owed.listed.filter((id) => !listedIn(morning).has(id));
    must(missing.length === 0, `the day lists what is owed, ${missing.join(', ')} is not there`, at(morning, 'deadlines'));
    const before = await dashboardOf(manager);
    must(owesToday(before, 'PROBLEM', sellerId) > 0, 'the dashboard counts the problem that is due today', at(before, 'deadlines'));
    await workOff(scene, seller, owed);
    await handIn(scene, seller, owed);
    const evening = await dayOf(seller);
    const left = [...Object.values(owed).flat()].filter((id) => listedIn(evening).has(String(id)));
    must(left.length === 0, `what was done is not owed any more, ${left.join(', ')} is`, at(evening, 'deadlines'));
    must(at(evening, 'workLog', 'handedInAt') !== null, 'the work log is handed in', at(evening, 'workLog'));
    const after = await dashboardOf(manager);
    const waiting = (seen: unknown): readonly unknown[] => listAt(seen, 'withoutWorkLog').map((one) => at(one, 'id'));
    must(!waiting(after).includes(sellerId), 'the manager misses no work log of him', waiting(after));
    must(at(after, 'plan', 'id') === planId, 'the dashboard shows the plan', at(after, 'plan'));
  },
};

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
async function publishPlan(scene: Scene): Promise<string> {
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
async function reportChangesPlan(scene: Scene, planId: string): Promise<void> {
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

/** Whose day is not over: a story that was told before on the same day has left handed-in logs. */
async function whoIsAtWork({ company, turn }: Scene): Promise<Person> {
  const salespeople = company.all('salesperson').map((_person, place) => company.nth('salesperson', turn + place));
  for (const person of salespeople) if (at(await dayOf(person), 'workLog', 'handedInAt') === null) return person;
  throw new Error('everybody has handed in his work log today: move the clock to tomorrow, or begin with an empty data folder');
}

async function dayOf(person: Person): Promise<unknown> {
  const { data } = await person.ask(DAY);
  return at(data, 'salesDay');
}

async function dashboardOf(manager: Person): Promise<unknown> {
  const { data } = await manager.ask(DASHBOARD);
  return at(data, 'salesDashboard');
}

/** Everything that the list of a day is about, whatever kind it is of. */
function listedIn(day: unknown): ReadonlySet<string> {
  const items = listAt(day, 'deadlines').flatMap((group) => listAt(group, 'items'));
  const ids = items.flatMap((item) => [
    at(item, 'about'),
    ...['customer', 'lead', 'enquiry', 'problem'].map((part) => at(item, part, 'id')),
  ]);
  return new Set(ids.filter((id) => typeof id === 'string'));
}

function owesToday(dashboard: unknown, kind: string, employeeId: string): number {
  const group = listAt(dashboard, 'deadlines').find((one) => at(one, 'kind') === kind);
  const own = listAt(group, 'byPerson').find((one) => at(one, 'employee', 'id') === employeeId);
  return own ? numberAt(own, 'late') + numberAt(own, 'today') : 0;
}

/** A visit and a problem that are due today, an enquiry that waits for an answer, a lead that waits for a call. */
async function owe(scene: Scene, seller: Person): Promise<Owed> {
  const { company, story } = scene;
  const today = await company.today();
  const colleague = await colleagueOf(scene, seller);
  const customerId = await putOnFile(scene, seller, clientOf(scene, { label: 'customer' }));
  const leadId = await writeLead(scene, seller, clientOf(scene, { label: 'lead' }));
  const [enquiry] = await story.does(
    seller,
    { verb: 'openEnquiry', input: { customerId, note: '想了解装修贷款' }, select: 'enquiry { id firstResponseDueAt }' },
    { verb: 'planVisit', input: { customerId, plannedOn: today, way: 'PHONE', purpose: '了解资金用途' }, select: 'customer { id }' },
  );
  const raised = await story.act(colleague, {
    verb: 'raiseSalesProblem',
    input: { kind: 'PROCESS', title: '合同领取排队', text: '客户到店签约等待时间过长' },
    select: 'salesProblem { id }',
  });
  const problemId = textAt(raised, 'salesProblem', 'id');
  story.subjects.push(problemId);
  await story.act(company.one('sales-manager'), {
    verb: 'assignSalesProblem',
    input: { problemId, ownerId: await seller.employeeId(), dueOn: today },
    select: 'salesProblem { id state }',
  });
  const enquiryId = textAt(enquiry, 'enquiry', 'id');
  // Working time: what is asked for before days off may be due after what the day looks ahead.
  const horizon = new Date(`${daysAfter(today, AHEAD_DAYS)}T00:00:00+08:00`).getTime();
  const isSoon = Date.parse(textAt(enquiry, 'enquiry', 'firstResponseDueAt')) < horizon;
  return { customerId, leadId, enquiryId, problemId, listed: [customerId, problemId, ...(isSoon ? [enquiryId] : [])] };
}

async function colleagueOf({ company }: Scene, seller: Person): Promise<Person> {
  const colleague = company.all('salesperson').find((person) => person !== seller);
  if (!colleague) throw new Error('the demo company has only one salesperson');
  return colleague;
}

/** The enquiry answered with a proposal, the lead called, the visit held, the problem solved by its owner and confirmed by who raised it. */
async function workOff(scene: Scene, seller: Person, { customerId, leadId, enquiryId, problemId }: Owed): Promise<void> {
  const { company, story, productIds } = scene;
  const needs = { purpose: 'HOME_REPAIR', amount: '20000.00', termMonths: 12, method: 'EQUAL_INSTALMENT' };
  const answer = { enquiryId, customerId, productIds: [productIds.get('XF-01')], note: '已说明产品与费用', ...needs };
  const call = { leadId, way: 'CALL', result: 'INTERESTED', note: '下周到店面谈', nextContactOn: daysAfter(await company.today(), 7) };
  await story.does(
    seller,
    { verb: 'respondToEnquiry', input: answer, select: 'enquiry { id state }' },
    { verb: 'createProposal', input: { enquiryId, productId: productIds.get('XF-01') }, select: 'proposal { id }' },
    { verb: 'recordLeadContact', input: call, select: 'lead { id firstRespondedAt }' },
  );
  await new SalesDesk(company, story, seller).visit(customerId, await company.today());
  const solved = { problemId, resolution: '签约改为预约制，高峰时段加开一个窗口' };
  const confirmed: Act = {
    verb: 'judgeSalesProblem',
    input: { problemId, solved: true },
    select: 'salesProblem { id state steps { event } }',
  };
  const colleague = await colleagueOf(scene, seller);
  await story.isRefused(colleague, { verb: 'solveSalesProblem', input: solved, select: 'salesProblem { id }' }, 'NOT_THE_OWNER');
  await story.act(seller, { verb: 'solveSalesProblem', input: solved, select: 'salesProblem { id }' });
  await story.isRefused(seller, confirmed, 'NOT_THE_RAISER');
  const closed = await story.act(colleague, confirmed);
  must(at(closed, 'salesProblem', 'state') === 'CLOSED', 'the problem is closed', closed);
}

/** What he did, the day in a sentence, and what the manager says to it. */
async function handIn({ company, story }: Scene, seller: Person, { customerId, leadId }: Owed): Promise<void> {
  const select = 'workLog { id handedInAt }';
  const [, , handed] = await story.does(
    seller,
    { verb: 'logWork', input: { kind: 'CALL', minutes: 20, note: '首次电话联系', leadId }, select },
    { verb: 'logWork', input: { kind: 'VISIT', minutes: 40, note: '电话回访', customerId }, select },
    { verb: 'handInWorkLog', input: { summary: '完成回访与咨询答复', tomorrow: '准备到店面谈材料' }, select },
  );
  await story.isRefused(seller, { verb: 'logWork', input: { kind: 'OTHER', minutes: 5, note: '补记' }, select }, 'WORK_LOG_HANDED_IN');
  const review = { workLogId: textAt(handed, 'workLog', 'id'), comment: '回访记录完整，继续保持' };
  await story.act(company.one('sales-manager'), { verb: 'reviewWorkLog', input: review, select: 'workLog { id review { comment } }' });
}

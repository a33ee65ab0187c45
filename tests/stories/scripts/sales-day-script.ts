// A day of the sales department: what a salesperson owes today and works off, a problem on its way to being solved, and how the manager sees it.
import type { Act, Person } from '../../../infra/local/demo/person.ts';
import { must } from '../lib/must.ts';
import { daysAfter, putOnFile, writeLead } from '../lib/prospects.ts';
import { at, listAt, numberAt, textAt } from '../lib/read.ts';
import { SalesDesk } from '../lib/sales-desk.ts';
import { publishPlan, reportChangesPlan } from './plan-part.ts';
import { clientOf } from './scene.ts';
import type { Scene, Script } from './scene.ts';

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
  const { data } = await seller.ask('query Promised($id: ID!) { lead(id: $id) { firstResponseDueAt } }', { id: leadId });
  // Working time: what is promised before days off may be due after what the day looks ahead.
  const horizon = new Date(`${daysAfter(today, AHEAD_DAYS)}T00:00:00+08:00`).getTime();
  const isSoon = (dueAt: string): boolean => Date.parse(dueAt) < horizon;
  const soon = [
    ...(isSoon(textAt(enquiry, 'enquiry', 'firstResponseDueAt')) ? [enquiryId] : []),
    ...(isSoon(textAt(data, 'lead', 'firstResponseDueAt')) ? [leadId] : []),
  ];
  return { customerId, leadId, enquiryId, problemId, listed: [customerId, problemId, ...soon] };
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

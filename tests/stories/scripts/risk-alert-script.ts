// A borrower in trouble: a HIGH alert calls the departments together at once, its measure becomes work of finance, and the approved restructure that cites it
// carries the word back to risk. Only then, and after its effect was checked, is the alert closed.
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { awaitLoan, payOut } from '../lib/cashiers.ts';
import { borrowerOf } from '../lib/client.ts';
import { decide } from '../lib/committee.ts';
import { daysAfter } from '../lib/prospects.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { investigate } from '../lib/risk-officers.ts';
import { clientOf, desksOf, opened } from './scene.ts';
import type { Scene, Script } from './scene.ts';

const ALERT = 'query Alert($id: ID!) { riskAlert(id: $id) { state dueAt customer { id } measures { measureId state effect outcome } } }';
const MEETINGS = 'query Meetings($subject: ID!) { meetings(subject: $subject, first: 10) { nodes { id cause state departments } } }';
const WORK = 'query Work($loanId: ID!) { measureWork(loanId: $loanId, state: OPEN, first: 5) { nodes { id kind dueOn } } }';
const WATCH = 'query Watch($id: ID!) { watchedCustomers(customerId: $id, exceptions: true, first: 5) { nodes { id } } }';
const LOAN = 'query Loan($id: ID!) { loan(id: $id) { annualRate } }';

/** A loan that was paid out. @returns its id */
async function lend(scene: Scene): Promise<string> {
  const { company, story } = scene;
  const desks = desksOf(scene);
  const client = clientOf(scene);
  const { customerId } = await opened(scene, desks, client);
  await desks.desk.handInComplete(client);
  await investigate(company, story, { no: 1, turn: scene.turn }, borrowerOf(client));
  await decide(company, story, scene.turn);
  await desks.signing.sign(client, customerId, await desks.signing.draft());
  await payOut(company, story, scene.turn);
  const loanId = await awaitLoan(company, story);
  await desks.signing.reaches('DISBURSED');
  return loanId;
}

/** The alert, the meeting that it calls, and who tracks the customer by which plan. @returns id of the alert */
async function raise({ company, story, turn }: Scene, loanId: string): Promise<string> {
  const manager = company.one('risk-manager');
  const news = { category: 'CREDIT', level: 'HIGH', aboutId: loanId, text: '店铺已停业两周，借款人表示无法按期还款' };
  const raised = await story.act(company.nth('salesperson', turn), { verb: 'reportRisk', input: news, select: 'riskAlert { id }' });
  const alertId = textAt(raised, 'riskAlert', 'id');
  story.subjects.push(alertId);
  await waitFor('the meeting of a HIGH alert', async () => {
    const { data } = await company.one('coordinator').ask(MEETINGS, { subject: loanId });
    return listAt(data, 'meetings', 'nodes').find((one) => at(one, 'cause') === 'HIGH_RISK_ALERT') ?? null;
  });
  await story.act(manager, { verb: 'acknowledgeAlert', input: { alertId }, select: 'riskAlert { state dueAt }' });
  const trackerId = await company.one('investigator').employeeId();
  await story.act(manager, { verb: 'assignAlertTracker', input: { alertId, trackerId }, select: 'riskAlert { id }' });
  return alertId;
}

/** [7.6] The customer is on the exception list until he has a plan. */
async function planFor({ company, story }: Scene, alertId: string): Promise<void> {
  const [manager, investigator] = [company.one('risk-manager'), company.one('investigator')];
  const { data } = await manager.ask(ALERT, { id: alertId });
  const id = textAt(data, 'riskAlert', 'customer', 'id');
  const watchId = textAt((await manager.ask(WATCH, { id })).data, 'watchedCustomers', 'nodes', 0, 'id');
  const plan = { watchId, goal: '三个月内恢复正常还款', actions: ['每周走访一次', '协商延长期限'], reviewEveryDays: 7 };
  await story.act(investigator, { verb: 'setWatchPlan', input: plan, select: 'watchedCustomer { isException nextReviewOn }' });
  const left = listAt((await manager.ask(WATCH, { id })).data, 'watchedCustomers', 'nodes');
  if (left.length > 0) throw new Error('the customer has a person and a plan, and is on the exception list still');
}

/** The measure, the restructure that carries it out, and its word back at risk. @returns id of the measure */
async function measure({ company, story }: Scene, alertId: string, loanId: string): Promise<string> {
  const [manager, officer] = [company.one('risk-manager'), company.one('finance-officer')];
  const dueOn = daysAfter(await company.today(), 5);
  const wanted = { alertId, kind: 'CHANGE_AMOUNT_OR_TERM', ownerId: await officer.employeeId(), dueOn, reason: '延长期限以恢复还款能力' };
  const decided = await story.act(manager, { verb: 'recordMeasure', input: wanted, select: 'riskAlert { measures { measureId state } }' });
  const measureId = textAt(decided, 'riskAlert', 'measures', 0, 'measureId');
  if (at(decided, 'riskAlert', 'measures', 0, 'state') === 'PLANNED')
    await story.act(manager, { verb: 'handOverMeasure', input: { alertId, measureId }, select: 'riskAlert { id }' });
  await story.isRefused(
    manager,
    { verb: 'closeAlert', input: { alertId, text: '已处理' }, select: 'riskAlert { id }' },
    'ALERT_MEASURES_UNCHECKED',
  );
  const work = await waitFor('the work of the measure at finance', async () => {
    const { data } = await officer.ask(WORK, { loanId });
    return at(data, 'measureWork', 'nodes', 0) ?? null;
  });
  const annualRate = textAt((await officer.ask(LOAN, { id: loanId })).data, 'loan', 'annualRate');
  const terms = { annualRate, method: 'EQUAL_INSTALMENT', periods: 24 };
  const restructure = { loanId, reason: '按风险措施延长期限', terms, measureWorkId: textAt(work, 'id') };
  const proposed = await story.act(officer, { verb: 'proposeRestructure', input: restructure, select: 'request { id }' });
  const approve = { requestId: textAt(proposed, 'request', 'id'), note: '同意' };
  await story.act(company.one('finance-manager'), { verb: 'approveLoanRequest', input: approve, select: 'request { state }' });
  await waitFor('the word of finance at risk', async () => {
    const { data } = await manager.ask(ALERT, { id: alertId });
    return at(data, 'riskAlert', 'measures', 0, 'state') === 'APPLIED' ? data : null;
  });
  return measureId;
}

export const riskAlert: Script = {
  name: 'risk-alert',
  tells:
    'a HIGH alert opens a meeting; the customer has a person and a plan, the measure becomes a restructure at finance, its effect is checked and the alert closed',
  ends: 'DISBURSED',
  play: async (scene) => {
    const { company, story } = scene;
    const loanId = await lend(scene);
    const alertId = await raise(scene, loanId);
    await planFor(scene, alertId);
    const assessment = { alertId, probability: 'LIKELY', expectedLoss: '1800.00', text: '停业期间无收入，抵押不足' };
    await story.act(company.one('investigator'), { verb: 'assessAlert', input: assessment, select: 'riskAlert { state dueAt }' });
    const measureId = await measure(scene, alertId, loanId);
    const checked = { alertId, measureId, effect: 'EFFECTIVE', evidence: '新计划首期已足额到账' };
    await story.act(company.one('investigator'), { verb: 'checkMeasure', input: checked, select: 'riskAlert { id }' });
    await story.act(company.one('risk-manager'), {
      verb: 'closeAlert',
      input: { alertId, text: '还款恢复正常' },
      select: 'riskAlert { state }',
    });
  },
};

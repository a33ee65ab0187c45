// Care for customers: visits as often as the grade says, what a visit finds, what a survey says, and a complaint that is left lying.
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { Act, Person } from '../../../infra/local/demo/person.ts';
import { must } from '../lib/must.ts';
import { daysAfter, putOnFile } from '../lib/prospects.ts';
import { at, listAt, numberAt, textAt } from '../lib/read.ts';
import { moveClock } from '../lib/company-clock.ts';
import { clientOf } from './scene.ts';
import type { Scene, Script } from './scene.ts';
import { answerSurvey } from './survey-part.ts';

const CUSTOMER = `query Customer($id: ID!) {
  customer(id: $id) {
    id registeredOn nextVisitOn servicePlan { grade visitIntervalDays strategy }
    plannedVisits { id state origin attempt plannedOn end { reason } } satisfaction { last average marks trend }
  }
}`;
const TICKET = `query Ticket($id: ID!) {
  feedbackTicket(id: $id) { id state escalated owner { id } answerDueAt handovers { reason } closings { satisfaction improvement } reopened { reason } }
}`;

export const visitsByGrade: Script = {
  name: 'visits-by-grade',
  tells:
    'a customer of grade A is visited three times as often as one of grade C; a visit that was not held is planned again, the next one finds something that is seen to; a survey by link is answered once',
  ends: null,
  play: async (scene) => {
    const { company, turn } = scene;
    const seller = company.nth('salesperson', turn);
    const good = await graded(scene, seller, { label: 'good', grade: 'A' });
    const poor = await graded(scene, seller, { label: 'poor', grade: 'C' });
    must(good.intervalDays < poor.intervalDays && good.strategy !== poor.strategy, 'another grade is another service', { good, poor });
    const late: Act = { ...planning(good.id, daysAfter(good.registeredOn, good.intervalDays + 1)) };
    await scene.story.isRefused(seller, late, 'VISIT_TOO_LATE');
    await missAndPlanAgain(scene, seller, good.id);
    await visitFinds(scene, seller, good);
    await answerSurvey(scene, seller, good.id);
    const satisfaction = at(await customerOf(seller, good.id), 'satisfaction');
    must(
      at(satisfaction, 'marks') === 2 && at(satisfaction, 'last') === 5 && at(satisfaction, 'trend') === 'RISING',
      'a mark of 3 and then of 5 is a customer who grows more content',
      satisfaction,
    );
  },
};

interface Graded {
  readonly id: string;
  readonly intervalDays: number;
  readonly registeredOn: string;
  readonly strategy: string;
}

async function customerOf(person: Person, id: string): Promise<unknown> {
  const { data } = await person.ask(CUSTOMER, { id });
  return at(data, 'customer');
}

/** Somebody of whom much is known and good, or nothing at all: his grade sets the day of his next visit. */
async function graded(scene: Scene, seller: Person, { label, grade }: { label: string; grade: 'A' | 'C' }): Promise<Graded> {
  const id = await putOnFile(scene, seller, clientOf(scene, { label }), { withProfile: grade === 'A' });
  scene.story.subjects.push(id);
  await scene.story.act(seller, { verb: 'gradeCustomer', input: { customerId: id }, select: 'customer { id }' });
  const seen = await customerOf(seller, id);
  must(at(seen, 'servicePlan', 'grade') === grade, `the customer is of grade ${grade}`, seen);
  const [registeredOn, intervalDays] = [textAt(seen, 'registeredOn'), numberAt(seen, 'servicePlan', 'visitIntervalDays')];
  must(at(seen, 'nextVisitOn') === daysAfter(registeredOn, intervalDays), 'the next visit is as far away as the grade says', seen);
  return { id, intervalDays, registeredOn, strategy: textAt(seen, 'servicePlan', 'strategy') };
}

const planning = (customerId: string, plannedOn: string): Act => ({
  verb: 'planVisit',
  input: { customerId, plannedOn },
  select: 'customer { id }',
});

async function missAndPlanAgain(scene: Scene, seller: Person, customerId: string): Promise<void> {
  const newOn = await scene.company.today();
  const input = { customerId, newOn, reason: '客户外出，电话未接' };
  await scene.story.act(seller, { verb: 'recordVisitNotHeld', input, select: 'customer { id }' });
  const visits = listAt(await customerOf(seller, customerId), 'plannedVisits');
  must(
    visits.some((one) => at(one, 'state') === 'NOT_HELD' && at(one, 'end', 'reason') !== null),
    'the visit that was not held says why',
    visits,
  );
  must(
    visits.some((one) => at(one, 'state') === 'PLANNED' && at(one, 'attempt') === 2 && at(one, 'plannedOn') === newOn),
    'the second attempt is planned',
    visits,
  );
}

/** The visit is held, what it found is somebody's until it is done, and the next visit follows the grade. */
async function visitFinds({ company, story }: Scene, seller: Person, { id: customerId, intervalDays }: Graded): Promise<void> {
  const today = await company.today();
  const sections = { useOfLoan: '尚未用款', business: '门店正常经营', furtherNeeds: '需要流动资金' };
  const followUps = [{ text: '补交新的经营场所租约', dueOn: today }];
  const input = { customerId, visitedOn: today, way: 'ON_SITE', ...sections, satisfaction: 3, followUps };
  await story.act(seller, { verb: 'recordReturnVisit', input, select: 'customer { id }' });
  const seen = await customerOf(seller, customerId);
  must(at(seen, 'nextVisitOn') === daysAfter(today, intervalDays), 'the visit after it is planned by the grade', seen);
  const due = async (): Promise<readonly unknown[]> => {
    const { data } = await seller.ask('query Due { dueFollowUps(withinDays: 0, first: 100) { nodes { id customer { id } } } }');
    return listAt(data, 'dueFollowUps', 'nodes').filter((one) => at(one, 'customer', 'id') === customerId);
  };
  const [followUp] = await due();
  const done = { followUpId: textAt(followUp, 'id'), result: '租约已收到并归档' };
  await story.act(seller, { verb: 'completeFollowUp', input: done, select: 'followUp { id state }' });
  must((await due()).length === 0, 'what was seen to is not owed any more');
}

export const complaint: Script = {
  name: 'complaint',
  tells:
    'a customer complains about his salesperson, who neither sees nor closes it; a colleague lets it lie until the manager is reminded and takes over; closed, opened again by the customer, closed with his mark',
  ends: null,
  movesClock: true,
  play: async (scene) => {
    const { company, story, turn } = scene;
    const [blamed, colleague, manager] = [
      company.nth('salesperson', turn),
      company.nth('salesperson', turn + 1),
      company.one('sales-manager'),
    ];
    const customerId = await putOnFile(scene, blamed, clientOf(scene));
    const ticketId = await open(scene, customerId, { blamed, colleague });
    story.subjects.push(ticketId);
    await seesNothing(scene, blamed, { ticketId, customerId });
    await story.act(colleague, { verb: 'acknowledgeFeedback', input: { ticketId }, select: 'ticket { id state }' });
    const dueAt = new Date(textAt(await ticketOf(manager, ticketId), 'answerDueAt'));
    await moveClock(scene, new Date(dueAt.getTime() + 60_000));
    await isReminded(manager, ticketId);
    must(at(await ticketOf(manager, ticketId), 'escalated') === true, 'a late complaint is the manager’s matter');
    const over = { ticketId, reason: '逾期未答复，由经理处理' };
    await story.act(manager, { verb: 'takeOverFeedback', input: over, select: 'ticket { id }' });
    await story.isRefused(colleague, replying(ticketId), 'NOT_FOUND');
    await closeTwice(scene, manager, ticketId);
    const seen = await ticketOf(manager, ticketId);
    const counts = [listAt(seen, 'handovers').length, listAt(seen, 'closings').length, listAt(seen, 'reopened').length];
    must(at(seen, 'state') === 'CLOSED' && counts.join() === '1,2,1', 'taken over once, closed twice, opened again once', seen);
    const satisfaction = at(await customerOf(manager, customerId), 'satisfaction');
    must(at(satisfaction, 'last') === 5, 'the customer is content in the end', satisfaction);
  },
};

async function ticketOf(person: Person, id: string): Promise<unknown> {
  const { data } = await person.ask(TICKET, { id });
  return at(data, 'feedbackTicket');
}

/** Taken down by the manager; it may not go to the one who is complained about. */
async function open(scene: Scene, customerId: string, { blamed, colleague }: { blamed: Person; colleague: Person }): Promise<string> {
  const { company, story } = scene;
  const about = await blamed.employeeId();
  const said = {
    customerId,
    kind: 'COMPLAINT',
    channel: 'PHONE',
    severity: 'HIGH',
    text: '客户经理多次失约，未说明费用',
    aboutEmployeeId: about,
  };
  const opening = (ownerId: string): Act => ({ verb: 'openFeedback', input: { ...said, ownerId }, select: 'ticket { id }' });
  await story.isRefused(company.one('sales-manager'), opening(about), 'TICKET_ABOUT_OWNER');
  return textAt(await story.act(company.one('sales-manager'), opening(await colleague.employeeId())), 'ticket', 'id');
}

async function seesNothing({ story }: Scene, blamed: Person, of: { ticketId: string; customerId: string }): Promise<void> {
  const { data } = await blamed.ask(
    'query Feedback($id: ID!) { customer(id: $id) { id feedback { id } } feedbackTickets(first: 100) { nodes { id } } }',
    {
      id: of.customerId,
    },
  );
  const shown = [...listAt(data, 'customer', 'feedback'), ...listAt(data, 'feedbackTickets', 'nodes')].map((one) => at(one, 'id'));
  must(at(data, 'customer', 'id') === of.customerId && !shown.includes(of.ticketId), 'who is complained about does not see it', data);
  must((await ticketOf(blamed, of.ticketId)) === null, 'who is complained about does not find it by its id');
  await story.isRefused(blamed, replying(of.ticketId), 'NOT_FOUND');
  await story.isRefused(blamed, closing(of.ticketId, { satisfaction: 5, rootCause: '误会', improvement: '无需改进' }), 'NOT_FOUND');
}

const replying = (ticketId: string, text = '已向客户致歉并逐项说明费用'): Act => ({
  verb: 'replyToFeedback',
  input: { ticketId, text, way: 'PHONE' },
  select: 'ticket { id state }',
});

const closing = (ticketId: string, words: Readonly<Record<string, unknown>>): Act => ({
  verb: 'closeFeedback',
  input: { ticketId, ...words },
  select: 'ticket { id state }',
});

/** The reminder of the deadline that has passed, told to the manager as well. */
async function isReminded(manager: Person, ticketId: string): Promise<void> {
  await waitFor('the manager to be reminded of the late complaint', async () => {
    const { data } = await manager.ask('query Mine { myReminders(first: 100) { nodes { about level escalated } } }');
    return listAt(data, 'myReminders', 'nodes').find(
      (one) => at(one, 'about') === ticketId && at(one, 'level') === 'LATE' && at(one, 'escalated') === true,
    );
  });
}

async function closeTwice({ story }: Scene, manager: Person, ticketId: string): Promise<void> {
  const words = { rootCause: '首次面谈未按清单说明费用', improvement: '面谈清单增加费用确认项，每周抽查' };
  await story.act(manager, replying(ticketId));
  await story.isRefused(manager, closing(ticketId, { satisfaction: 2 }), 'REASON_REQUIRED');
  await story.act(manager, closing(ticketId, { satisfaction: 2, ...words }));
  const again = { ticketId, reason: '客户认为费用说明仍不清楚' };
  await story.act(manager, { verb: 'reopenFeedback', input: again, select: 'ticket { id state }' });
  await story.does(manager, replying(ticketId, '已当面逐项核对费用清单'), closing(ticketId, { satisfaction: 5, ...words }));
}

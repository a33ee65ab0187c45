// The year's training [6]: a plan with needs and budget, then one session of each kind, each with its evaluation: an exam that scores itself, two reflections
// that the trainer marks, and a mark on the job that sales is asked for two months later.
import type { Act } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { at, listAt, numberAt, textAt } from '../lib/read.ts';
import type { Name, YearScene } from './cast.ts';
import { drawPaper, sitExam } from './exam.ts';

const COURSES = [
  { topic: 'RISK_MANAGEMENT', title: '贷后风险识别', hours: 8, budget: '3000.00' },
  { topic: 'LAW', title: '消费者权益保护与合规', hours: 6, budget: '2000.00' },
  { topic: 'PRODUCT', title: '产品要素与费率说明', hours: 4, budget: '0.00' },
  { topic: 'SALES_SKILLS', title: '面谈与需求分析', hours: 4, budget: '1000.00' },
  { topic: 'CUSTOMER_SERVICE', title: '投诉处理', hours: 2, budget: '500.00' },
  { topic: 'INDUSTRY', title: '行业形势', hours: 2, budget: '0.00' },
];
const NEEDS = [
  { source: 'BUSINESS', topic: 'RISK_MANAGEMENT', text: '首贷客户占比上升，需提高贷后风险识别能力' },
  { source: 'STAFF', topic: 'LAW', text: '新员工较多，合规基础需统一' },
];
const ANALYSIS = '根据上年度考核、产品变动与新员工情况，重点为风险识别与合规，并安排实践带教。';
const REFLECTION =
  '通过学习我理解了如实说明费率与还款责任的要求，今后面谈时逐项说明并请客户复述确认，避免误导性表述，同时在回访中核对贷款用途与经营变化。';

export interface Training {
  readonly planId: string;
  /** Number of a course in the plan, by topic. */
  readonly courseNos: ReadonlyMap<string, number>;
  /** By kind. */
  readonly sessions: Map<string, string>;
}

const PLAN = 'query Plan($year: Int!) { trainingPlan(year: $year) { id state courses { no topic } improvements { text } } }';

export async function planOf({ company }: YearScene, year: number): Promise<unknown> {
  return at((await company.one('sales-manager').ask(PLAN, { year })).data, 'trainingPlan');
}

/** One plan a year; one that is there from a telling that ended half-way is gone on with. */
export async function publishPlan(scene: YearScene): Promise<Training> {
  const before = await planOf(scene, scene.year);
  if (at(before, 'state') !== 'PUBLISHED') await writePlan(scene, before);
  const plan = await planOf(scene, scene.year);
  const courseNos = new Map(listAt(plan, 'courses').map((one) => [textAt(one, 'topic'), numberAt(one, 'no')]));
  return { planId: textAt(plan, 'id'), courseNos, sessions: new Map() };
}

/** [6.1, 6.2] A draft that lacks a topic is not published; the change that adds it keeps the numbers of the others. */
async function writePlan({ company, story, year }: YearScene, before: unknown): Promise<void> {
  const manager = company.one('sales-manager');
  const content = { needsAnalysis: ANALYSIS, needs: NEEDS };
  const lacking = { year, ...content, courses: COURSES.slice(0, -1) };
  const draft: Act = { verb: 'draftTrainingPlan', input: lacking, select: 'plan { id courses { no topic } }' };
  const plan = before ?? at(await story.act(manager, draft), 'plan');
  const planId = textAt(plan, 'id');
  const publish: Act = { verb: 'publishTrainingPlan', input: { planId }, select: 'plan { state }' };
  await story.isRefused(manager, publish, 'PLAN_TOPICS_MISSING');
  const numberOf = (topic: string): unknown =>
    at(
      listAt(plan, 'courses').find((one) => at(one, 'topic') === topic),
      'no',
    );
  const courses = COURSES.map((course) => ({ ...course, no: numberOf(course.topic) }));
  await story.act(manager, { verb: 'changeTrainingPlan', input: { planId, ...content, courses }, select: 'plan { id }' });
  await story.act(manager, publish);
}

/** [6.9] The plan of the next year takes up what this year's evaluation found. @returns that plan */
export async function adopt(scene: YearScene, improvementId: string): Promise<unknown> {
  const planId = textAt(await planOf(scene, scene.year + 1), 'id');
  const input = { planId, ids: [improvementId] };
  await scene.story.act(scene.company.one('sales-manager'), { verb: 'adoptImprovements', input, select: 'plan { id }' });
  return planOf(scene, scene.year + 1);
}

interface Wanted {
  readonly kind: 'INTERNAL' | 'EXTERNAL' | 'ONLINE' | 'PRACTICE';
  readonly topic: string;
  readonly hours: number;
  readonly who: readonly Name[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Planned within its course's budget, everybody nominated by the manager, held today. @returns its id */
async function hold({ company, story, cast }: YearScene, training: Training, wanted: Wanted): Promise<string> {
  const manager = company.one('sales-manager');
  const { kind, topic, hours, who, facts } = wanted;
  const courseNo = training.courseNos.get(topic);
  const title = COURSES.find((course) => course.topic === topic)?.title;
  const heldOn = await company.today();
  const input = { planId: training.planId, courseNo, topic, title, kind, heldOn, hours, ...facts };
  const planned = await story.act(manager, { verb: 'planTrainingSession', input, select: 'session { id }' });
  const sessionId = textAt(planned, 'session', 'id');
  const ids = who.map((name) => cast[name].id);
  const nominate = (employeeId: string): Act => ({
    verb: 'nominateForTraining',
    input: { sessionId, employeeId },
    select: 'nomination { id }',
  });
  await story.does(manager, ...ids.map(nominate));
  const details = kind === 'PRACTICE' ? ids.map((employeeId) => ({ employeeId, result: 'ACHIEVED', note: '能独立完成贷后检查' })) : null;
  const attended = { sessionId, attendeeIds: ids, details };
  await story.act(company.one('trainer'), { verb: 'recordTrainingAttendance', input: attended, select: 'session { state }' });
  const close: Act = { verb: 'closeTrainingSession', input: { sessionId }, select: 'session { state }' };
  await story.isRefused(manager, close, 'EVALUATION_MISSING');
  training.sessions.set(kind, sessionId);
  return sessionId;
}

const closing = (sessionId: string): Act => ({ verb: 'closeTrainingSession', input: { sessionId }, select: 'session { state }' });

/** [6.3, 6.7] An internal training of four hours for 800.00, and its exam of four questions: all right, and three of four. */
export async function internalWithExam(scene: YearScene, training: Training): Promise<void> {
  const { company, story } = scene;
  const trainer = company.one('trainer');
  const facts = { trainerId: await trainer.employeeId(), cost: '800.00', place: '二楼培训室', startsAt: '09:00', endsAt: '13:00' };
  const sessionId = await hold(scene, training, { kind: 'INTERNAL', topic: 'RISK_MANAGEMENT', hours: 4, who: ['wu', 'meng'], facts });
  const paperId = await drawPaper(scene, 'RISK_MANAGEMENT');
  const opening = { sessionId, method: 'EXAM', paperId };
  await story.act(trainer, { verb: 'openTrainingEvaluation', input: opening, select: 'session { id }' });
  await sitExam(scene, sessionId, 'wu', 0);
  await sitExam(scene, sessionId, 'meng', 1);
  await story.act(company.one('sales-manager'), closing(sessionId));
}

/** [6.4, 6.7] At an institution, for a certificate: six hours, 1,500.00, evaluated by what the attendee wrote. */
export async function externalWithReflection(scene: YearScene, training: Training): Promise<void> {
  const facts = { institution: '省金融消费者权益保护协会', certificateExpected: true, cost: '1500.00' };
  const sessionId = await hold(scene, training, { kind: 'EXTERNAL', topic: 'LAW', hours: 6, who: ['meng'], facts });
  await reflect(scene, sessionId, 'meng', 88);
  const { company, story, cast, run } = scene;
  const issuedOn = await company.today();
  const certificate = {
    employeeId: cast.meng.id,
    sessionId,
    title: '合规销售资格',
    institution: facts.institution,
    number: `HG-${run}-1`,
    issuedOn,
  };
  await story.act(company.one('trainer'), { verb: 'recordCertificate', input: certificate, select: 'certificate { id }' });
}

/** [6.5, 6.7] Self-study of two hours at no cost, evaluated by reflection. */
export async function onlineWithReflection(scene: YearScene, training: Training): Promise<void> {
  const facts = { resource: 'https://learn.weilend.example/product-2026' };
  const sessionId = await hold(scene, training, { kind: 'ONLINE', topic: 'PRODUCT', hours: 2, who: ['zheng'], facts });
  await reflect(scene, sessionId, 'zheng', 70);
}

async function reflect({ company, story, cast }: YearScene, sessionId: string, who: Name, mark: number): Promise<void> {
  const trainer = company.one('trainer');
  await story.act(trainer, { verb: 'openTrainingEvaluation', input: { sessionId, method: 'REFLECTION' }, select: 'session { id }' });
  const taskId = await taskOf({ company, cast }, sessionId, who);
  const handIn = (text: string): Act => ({ verb: 'handInReflection', input: { taskId, text }, select: 'task { state }' });
  await story.isRefused(cast[who].person, handIn('很好'), 'TEXT_TOO_SHORT');
  await story.act(cast[who].person, handIn(REFLECTION));
  const marked = { taskId, mark, reason: '结合了自己的客户与做法，下一步明确' };
  await story.act(trainer, { verb: 'markReflection', input: marked, select: 'task { state }' });
  await story.act(company.one('sales-manager'), closing(sessionId));
}

/** [6.6, 6.8] A practice on real cases for 600.00; how they work since is asked of their superior two months later. */
export async function practiceToBeMarked(scene: YearScene, training: Training): Promise<void> {
  const { company, story } = scene;
  const facts = { mode: 'CASE_ANALYSIS', cost: '600.00' };
  const sessionId = await hold(scene, training, { kind: 'PRACTICE', topic: 'RISK_MANAGEMENT', hours: 3, who: ['wu', 'meng'], facts });
  const opening = { sessionId, method: 'ON_THE_JOB' };
  await story.act(company.one('trainer'), { verb: 'openTrainingEvaluation', input: opening, select: 'session { id }' });
}

/** [6.8, 6.9] The superior marks the work of both, once sales was asked; then the practice is closed, and what should be better is written down. @returns its id */
export async function markPractice({ company, story, cast, year }: YearScene, { sessions }: Training): Promise<string> {
  const manager = company.one('sales-manager');
  const sessionId = sessions.get('PRACTICE') ?? '';
  const marks = await waitFor('sales to be asked for marks on the job', async () => {
    const { data } = await manager.ask('query Marks { jobMarks(first: 50) { nodes { id session { id } attendee { id } } } }');
    const found = listAt(data, 'jobMarks', 'nodes').filter((one) => at(one, 'session', 'id') === sessionId);
    return found.length === 2 ? found : null;
  });
  const acts = marks.map((one) => {
    const mark = at(one, 'attendee', 'id') === cast.meng.id ? 5 : 4;
    const input = { jobMarkId: textAt(one, 'id'), mark, facts: ['贷后检查记录完整', '能提前识别风险信号'] };
    return { verb: 'markOnTheJob', input, select: 'jobMark { state }' };
  });
  await story.does(manager, ...acts);
  await waitFor('the marks at training', async () => {
    const { data } = await manager.ask('query Session($id: ID!) { trainingSession(id: $id) { state } }', { id: sessionId });
    return at(data, 'trainingSession', 'state') === 'EVALUATED';
  });
  await story.act(manager, closing(sessionId));
  const trainer = company.one('trainer');
  const better = { sessionId, text: '增加逾期早期预警的真实案例', ownerId: await trainer.employeeId(), dueOn: `${year}-12-31` };
  return textAt(await story.act(trainer, { verb: 'raiseImprovement', input: better, select: 'improvement { id }' }), 'improvement', 'id');
}

/** What an attendee owes after a training. */
export async function taskOf({ company, cast }: Pick<YearScene, 'company' | 'cast'>, sessionId: string, who: Name): Promise<string> {
  const document = 'query Tasks($sessionId: ID!) { evaluationTasks(sessionId: $sessionId, first: 10) { nodes { id attendee { id } } } }';
  const { data } = await company.one('trainer').ask(document, { sessionId });
  const own = listAt(data, 'evaluationTasks', 'nodes').find((one) => at(one, 'attendee', 'id') === cast[who].id);
  return textAt(own, 'id');
}

/** hr asks for training after every weak quarter; the manager says why nobody can be spared, so that nothing is left lying. */
export async function returnRequests({ company, story }: YearScene): Promise<number> {
  const manager = company.one('sales-manager');
  const { data } = await manager.ask('query Requests { trainingRequests(first: 50) { nodes { id } } }');
  const acts = listAt(data, 'trainingRequests', 'nodes').map((one) => ({
    verb: 'returnTrainingRequest',
    input: { requestId: textAt(one, 'id'), reason: '年度计划中已有相应课程，届时参加' },
    select: 'request { state }',
  }));
  for (let start = 0; start < acts.length; start += 10) await story.does(manager, ...acts.slice(start, start + 10));
  return acts.length;
}

// What happens in the company beside the loans: a training year, an appraisal, a violation, a parameter that two people change.
import type { Act } from '../../../infra/local/demo/person.ts';
import { daysAfter } from '../lib/prospects.ts';
import { at, listAt, numberAt, textAt } from '../lib/read.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { Scene, Script } from './scene.ts';

const TOPICS = ['INDUSTRY', 'PRODUCT', 'SALES_SKILLS', 'CUSTOMER_SERVICE', 'RISK_MANAGEMENT', 'LAW'] as const;

const training: Script = {
  name: 'training',
  tells:
    'the sales manager publishes the year’s plan of six topics; a session is held, cannot close without evaluation, is evaluated and closed',
  ends: null,
  play: async (scene) => {
    const { company, story } = scene;
    const manager = company.one('sales-manager');
    const planId = await planOfYear(scene);
    const trainerId = await company.one('trainer').employeeId();
    const session = { planId, topic: 'RISK_MANAGEMENT', title: '识别虚假资料', kind: 'INTERNAL', trainerId, heldOn: scene.today, hours: 2 };
    const planned = await story.act(manager, { verb: 'planTrainingSession', input: session, select: 'session { id }' });
    const sessionId = textAt(planned, 'session', 'id');
    story.subjects.push(sessionId);
    const attendees = company.all('salesperson').slice(0, 3);
    const attendeeIds = await Promise.all(attendees.map((person) => person.employeeId()));
    await story.act(company.one('trainer'), {
      verb: 'recordTrainingAttendance',
      input: { sessionId, attendeeIds, addedReason: '当日随团队到场参加' },
      select: 'session { id state }',
    });
    const close: Act = { verb: 'closeTrainingSession', input: { sessionId }, select: 'session { id state }' };
    await story.isRefused(manager, close, 'EVALUATION_MISSING');
    await evaluate(scene, sessionId, attendees);
    await story.act(manager, close);
  },
};

const REFLECTION =
  '通过本次培训，我了解了虚假流水、虚假合同和冒名申请的常见特征，今后受理申请时会逐项核对原件与系统查询结果，发现疑点先报告再推进，并向客户说明原因。';

/** Everybody who came writes what he takes from it; the trainer marks each, and says what should be better next time. */
async function evaluate(
  { company, story, today }: Scene,
  sessionId: string,
  attendees: ReturnType<Scene['company']['all']>,
): Promise<void> {
  const trainer = company.one('trainer');
  await story.act(trainer, { verb: 'openTrainingEvaluation', input: { sessionId, method: 'REFLECTION' }, select: 'session { id state }' });
  for (const [place, person] of attendees.entries()) {
    const { data } = await person.ask('query Owed($id: ID!) { evaluationTasks(sessionId: $id) { nodes { id } } }', { id: sessionId });
    const taskId = textAt(listAt(data, 'evaluationTasks', 'nodes')[0], 'id');
    await story.act(person, { verb: 'handInReflection', input: { taskId, text: REFLECTION }, select: 'task { id state }' });
    const mark = { taskId, mark: 80 + place * 5, reason: '结合了受理申请的实际' };
    await story.act(trainer, { verb: 'markReflection', input: mark, select: 'task { id state }' });
  }
  const improvement = { sessionId, text: '增加真实案例', ownerId: await trainer.employeeId(), dueOn: daysAfter(today, 30) };
  await story.act(trainer, { verb: 'raiseImprovement', input: improvement, select: 'improvement { id }' });
}

/** One plan a year: a story that was told before has left one. */
async function planOfYear({ company, story, today }: Scene): Promise<string> {
  const manager = company.one('sales-manager');
  const year = Number(today.slice(0, 4));
  const { data } = await manager.ask('query Plan($year: Int!) { trainingPlan(year: $year) { id state } }', { year });
  const courses = TOPICS.map((topic) => ({ topic, title: `${topic} 年度课程`, hours: 4 }));
  const needsAnalysis = '新员工较多，对行业政策与风险识别的掌握不足，客户对产品说明的清晰度有更高要求。';
  if (at(data, 'trainingPlan', 'state') === 'PUBLISHED') return textAt(data, 'trainingPlan', 'id');
  let planId = at(data, 'trainingPlan', 'id') as string | null;
  if (planId === null) {
    const drafted = await story.act(manager, { verb: 'draftTrainingPlan', input: { year, needsAnalysis, courses }, select: 'plan { id }' });
    planId = textAt(drafted, 'plan', 'id');
  }
  await story.act(manager, { verb: 'publishTrainingPlan', input: { planId }, select: 'plan { id state }' });
  return planId;
}

const SHEETS = `query Sheets($quarter: String) {
  appraisalSheets(quarter: $quarter, first: 100) { nodes { id employee { id } total figures { disbursedFen loans newCustomers violations satisfactionSample } facts { kind aboutId } } }
}`;

const appraisal: Script = {
  name: 'appraisal',
  tells:
    'the sheet of the salesperson who served the first customer shows his loans, counted from the facts of other departments; it cannot close before the quarter ends',
  after: ['online', 'violation'],
  ends: null,
  play: async (scene) => {
    const { company, story, today } = scene;
    const manager = company.one('hr-manager');
    const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
    const employeeId = scene.shared.get('first salesperson') ?? '';
    const [payload] = await story.attempts(manager, { verb: 'openAppraisal', input: { employeeId, quarter }, select: 'appraisal { id }' });
    const refusals = payload?.userErrors.filter(({ code }) => code !== 'SHEET_EXISTS') ?? [];
    if (refusals.length > 0) throw new Error(`the sheet could not be opened: ${refusals[0]?.code}`);
    const sheet = await waitFor('the figures of the sheet', async () => {
      const { data } = await manager.ask(SHEETS, { quarter });
      const found = listAt(data, 'appraisalSheets', 'nodes').find((one) => at(one, 'employee', 'id') === employeeId);
      return found &&
        numberAt(found, 'figures', 'loans') > 0 &&
        numberAt(found, 'figures', 'violations') > 0 &&
        numberAt(found, 'figures', 'satisfactionSample') > 0
        ? found
        : null;
    });
    const appraisalId = textAt(sheet, 'id');
    await story.isRefused(manager, { verb: 'closeAppraisal', input: { appraisalId }, select: 'appraisal { id }' }, 'QUARTER_NOT_ENDED');
  },
};

const violation: Script = {
  name: 'violation',
  tells: 'misleading advertising is reported, investigated by another person and confirmed; hr hears of it',
  after: ['online'],
  ends: null,
  play: async ({ company, story, shared }) => {
    const aboutEmployeeId = shared.get('first salesperson') ?? '';
    const [first, second] = [company.nth('compliance-officer', 0), company.nth('compliance-officer', 1)];
    const reported = await story.act(company.one('sales-manager'), {
      verb: 'reportViolation',
      input: { kind: 'MISLEADING', severity: 'MINOR', aboutEmployeeId, description: '在朋友圈宣传“零门槛秒批”，易使客户误解' },
      select: 'violation { id }',
    });
    const violationId = textAt(reported, 'violation', 'id');
    story.subjects.push(violationId);
    await story.act(first, { verb: 'investigateViolation', input: { violationId }, select: 'violation { id state }' });
    await story.act(second, {
      verb: 'confirmViolation',
      input: { violationId, findings: '截图与本人陈述一致，属误导性宣传' },
      select: 'violation { id state }',
    });
  },
};

const parameter: Script = {
  name: 'parameter',
  tells: 'a deadline is proposed by one officer and may not be approved by himself; another one publishes it',
  ends: null,
  play: async ({ company, story, today }) => {
    const [first, second] = [company.nth('compliance-officer', 0), company.nth('compliance-officer', 1)];
    const key = 'deadline.first-response';
    const { data } = await first.ask('query History($key: String!) { parameterHistory(key: $key) { effectiveFrom } }', { key });
    const taken = listAt(data, 'parameterHistory').map((one) => at(one, 'effectiveFrom'));
    // One value a day: a story that was told before has left some.
    let effectiveFrom = today;
    while (taken.includes(effectiveFrom)) effectiveFrom = daysAfter(effectiveFrom, 1);
    const input = { key, value: '4h', effectiveFrom, basis: '公司首次响应时限规定' };
    const proposed = await story.act(first, { verb: 'proposeParameter', input, select: 'parameter { id }' });
    const parameterId = textAt(proposed, 'parameter', 'id');
    story.subjects.push(parameterId);
    const approve: Act = { verb: 'approveParameter', input: { parameterId }, select: 'parameter { id state }' };
    await story.isRefused(first, approve, 'FOUR_EYES');
    await story.act(second, approve);
  },
};

export const companyScripts: readonly Script[] = [training, violation, appraisal, parameter];

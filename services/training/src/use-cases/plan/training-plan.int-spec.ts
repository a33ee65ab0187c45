import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import {
  allTopics,
  draftCase,
  NEEDS,
  plannedSession,
  publishedPlan,
  reading,
  trainingUnderTest,
} from '../../../test/builders/training.builder.js';
import type { TrainingUnderTest } from '../../../test/builders/training.builder.js';
import { TrainingPlanQueries } from '../../queries/plan/training-plan.queries.js';
import { RecordTrainingCost } from '../session/record-training-cost.use-case.js';
import { AllowTrainingOverspend } from './allow-training-overspend.use-case.js';
import { ChangeTrainingPlan } from './change-training-plan.use-case.js';
import { PublishTrainingPlan } from './publish-training-plan.use-case.js';
import { ReviseTrainingPlan } from './revise-training-plan.use-case.js';

let of: TrainingUnderTest;
beforeAll(async () => {
  of = await trainingUnderTest();
});
afterAll(() => of.platform.stop());

const load = (id: string) => reading(of, (tx) => of.stores.plans.get(id, tx));
const queries = () => new TrainingPlanQueries(of.platform.database);
const publish = (planId: string) =>
  new PublishTrainingPlan(of.platform.work, of.stores.plans, of.planDesk).execute(of.people.manager, { planId });
const revise = (planId: string, change: object) =>
  new ReviseTrainingPlan(of.platform.work, of.stores.plans, of.stores.versions, of.stores.sessions, of.planDesk, of.platform.clock).execute(
    of.people.manager,
    { planId, needsAnalysis: NEEDS, courses: allTopics(), reason: '新增产品，需要补充培训', ...change },
  );

describe('[6.1] one plan per year', () => {
  test('ten drafts at once: one of them is the plan, the others are told', async () => {
    const act = () => draftCase(of).execute(of.people.manager, { year: 2040, needsAnalysis: NEEDS, courses: allTopics() });
    const answers = await Promise.allSettled(Array.from({ length: 10 }, act));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : []));
    expect(new Set(refused)).toEqual(new Set(['PLAN_EXISTS']));
    expect(await of.platform.database.collection('training_plans').countDocuments({ year: 2040 } as never)).toBe(1);
  });

  test('[6.2] a draft that lacks topics is written anew and then published', async () => {
    const planId = await draftCase(of).execute(of.people.manager, { year: 2041, needsAnalysis: NEEDS, courses: allTopics().slice(2) });
    await expect(publish(planId)).rejects.toMatchObject({ code: 'PLAN_TOPICS_MISSING', data: { topics: ['INDUSTRY', 'PRODUCT'] } });
    expect(await load(planId)).toMatchObject({ state: 'DRAFT' });
    const change = new ChangeTrainingPlan(of.platform.work, of.stores.plans, of.planDesk);
    await change.execute(of.people.manager, { planId, needsAnalysis: NEEDS, courses: allTopics() });
    await publish(planId);
    expect(await load(planId)).toMatchObject({ state: 'PUBLISHED', revision: 1 });
    await expect(change.execute(of.people.manager, { planId, needsAnalysis: NEEDS, courses: [] })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  test('a plan of before numbers and budgets reads as it was, and is revised like any other', async () => {
    const id = newId('tpl');
    const courses = allTopics().map(({ topic, title, hours }) => ({ topic, title, hours }));
    const old = { _id: id, version: 1, year: 2019, needsAnalysis: NEEDS, courses, adoptedImprovements: [], state: 'PUBLISHED' };
    await of.platform.database.collection<{ _id: string }>('training_plans').insertOne(old);
    const plan = await load(id);
    expect(plan).toMatchObject({ revision: 1, needs: [], findings: [], overspends: [] });
    expect(plan.courses.map(({ no, budgetFen }) => [no, budgetFen])).toEqual([1, 2, 3, 4, 5, 6].map((no) => [no, null]));
    await revise(id, { courses: plan.courses });
    expect(await load(id)).toMatchObject({ revision: 2 });
  });
});

describe('[6.1] a published plan is revised, the old text is kept', () => {
  test('with the reason; courses with trainings stay', async () => {
    const planId = await publishedPlan(of, { budgetFen: 100_000 });
    await plannedSession(of, { courseNo: 2, cost: 40_000 });
    const before = await load(planId);
    await expect(
      revise(planId, { courses: before.courses.map((one) => ({ ...one, no: one.no === 2 ? null : one.no })) }),
    ).rejects.toMatchObject({
      ...{ code: 'PLAN_COURSE_IN_USE', data: { courseNo: 2 } },
    });
    await expect(revise(planId, { reason: '' })).rejects.toMatchObject({ code: 'PLAN_REASON_MISSING' });
    expect(await load(planId)).toEqual(before);
    expect((await queries().versionsOf(planId, {})).nodes).toEqual([]);
    await revise(planId, {
      courses: [...before.courses, { topic: 'LAW', title: '新规解读', hours: 2 }],
      needsAnalysis: `${NEEDS}（修订）`,
    });
    expect(await load(planId)).toMatchObject({ revision: 2, state: 'PUBLISHED', revisedReason: '新增产品，需要补充培训' });
    const versions = await queries().versionsOf(planId, {});
    expect(versions.nodes).toMatchObject([
      { revision: 1, needsAnalysis: NEEDS, courses: before.courses, replacedBy: of.people.manager.employeeId },
    ]);
  });
});

describe('[6.1] the budget of a planned course', () => {
  test('is kept: what is left can be spent, and no fen more until hr allows it', async () => {
    const planId = await publishedPlan(of, { budgetFen: 100_000 });
    const over = { courseNo: 3, topic: 'SALES_SKILLS' as const, cost: 60_001 };
    await plannedSession(of, { ...over, cost: 40_000 });
    const before = await of.platform.database.collection('training_sessions').countDocuments();
    await expect(plannedSession(of, over)).rejects.toMatchObject({
      code: 'BUDGET_EXCEEDED',
      data: { left: '600.00', cost: '600.01', courseNo: 3 },
    });
    await expect(plannedSession(of, { cost: 1 })).rejects.toMatchObject({ code: 'BUDGET_COURSE_MISSING' });
    await expect(plannedSession(of, { ...over, topic: 'LAW', cost: 0 })).rejects.toMatchObject({ code: 'SESSION_TOPIC_DIFFERS' });
    expect(await of.platform.database.collection('training_sessions').countDocuments()).toBe(before);
    const allow = new AllowTrainingOverspend(of.platform.work, of.stores.plans, of.platform.clock);
    await allow.execute(of.people.hr, { planId, courseNo: 3, amount: 1, reason: '讲师差旅费上涨，已核对' });
    const sessionId = await plannedSession(of, over);
    const [, , third] = await queries().progressOf(await load(planId));
    expect(third).toMatchObject({ planned: 2, held: 0, spentFen: 100_001, allowedFen: 100_001, leftFen: 0 });
    const cost = new RecordTrainingCost(of.platform.work, of.stores.plans, of.desk);
    await expect(cost.execute(of.people.manager, { sessionId, cost: 60_002, reason: '实际结算金额' })).rejects.toMatchObject({
      code: 'BUDGET_EXCEEDED',
    });
    await cost.execute(of.people.manager, { sessionId, cost: 50_000, reason: '实际结算金额' });
    expect((await queries().progressOf(await load(planId)))[2]).toMatchObject({ spentFen: 90_000, leftFen: 10_001 });
  });

  test('two trainings at once for the last money: one is planned', async () => {
    await publishedPlan(of, { budgetFen: 100_000 });
    const act = () => plannedSession(of, { courseNo: 6, topic: 'LAW', cost: 100_000 });
    const answers = await Promise.allSettled([act(), act(), act()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'BUDGET_EXCEEDED' });
  });
});

describe('[6.1] the needs analysis starts from what the departments found', () => {
  const received = async () => {
    const { inbox, source } = of;
    const employeeId = of.people.sellers[0]?.employeeId ?? '';
    for (const score of [59, 60, 85]) {
      const appraisalId = newId('apr');
      await inbox.receive(source.event('hr.appraisal-closed.v1', appraisalId, { appraisalId, employeeId, quarter: '2029-Q4', score }));
    }
    for (const severity of ['SEVERE', 'MINOR', 'SEVERE'] as const) {
      const violationId = newId('vio');
      const data = { violationId, employeeId, kind: 'LEAK', severity };
      await inbox.receive(source.event('compliance.violation-confirmed.v1', violationId, data));
    }
  };

  test('counted without names, once each, and a need that rests on nothing is refused', async () => {
    const need = { source: 'WEAK_APPRAISAL' as const, topic: 'RISK_MANAGEMENT' as const, text: '复习贷后检查要点' };
    const draft = (year: number) =>
      draftCase(of).execute(of.people.manager, { year, needsAnalysis: NEEDS, courses: allTopics(), needs: [need] });
    await expect(draft(2030)).rejects.toMatchObject({ code: 'PLAN_NEED_WITHOUT_FINDING' });
    await received();
    expect(await queries().findingsOf(2029)).toMatchObject([{ kind: 'WEAK_APPRAISAL', about: '2029-Q4', count: 1, outOf: 3 }]);
    const thisYear = await queries().findingsOf(Number(of.platform.clock.today().slice(0, 4)));
    expect(thisYear).toMatchObject([
      { kind: 'VIOLATION', about: 'LEAK MINOR', count: 1 },
      { kind: 'VIOLATION', about: 'LEAK SEVERE', count: 2 },
    ]);
    const planId = await draft(2030);
    expect(await load(planId)).toMatchObject({ needs: [need], findings: [{ about: '2029-Q4', count: 1, outOf: 3 }] });
    await expect(draft(2032)).rejects.toMatchObject({ code: 'PLAN_NEED_WITHOUT_FINDING' });
    const rows = await of.platform.database.collection('training_findings').find().toArray();
    expect(JSON.stringify(rows)).not.toContain('emp_');
  });
});

test('[6.1] a training lies in the year of its plan', async () => {
  await expect(plannedSession(of, { heldOn: '2031-01-01' as LocalDate })).rejects.toMatchObject({ code: 'SESSION_OUTSIDE_PLAN' });
});

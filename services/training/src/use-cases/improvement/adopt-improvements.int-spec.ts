import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { draftPlan, publishPlan, TRAINING_TOPICS } from '../../domain/plan/training-plan.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { ImprovementQueries } from '../../queries/improvement/improvement.queries.js';
import { planIdeas } from '../../persistence/migrations/0003-plan-ideas.js';
import { ChangeTrainingPlan } from '../plan/change-training-plan.use-case.js';
import { DraftTrainingPlan } from '../plan/draft-training-plan.use-case.js';
import { EvaluateTraining } from '../session/evaluate-training.use-case.js';
import { AdoptImprovements } from './adopt-improvements.use-case.js';
import { CloseImprovement } from './close-improvement.use-case.js';
import { RaiseImprovement } from './raise-improvement.use-case.js';

let desk: TrainingDesk;
let year: number;
beforeAll(async () => {
  desk = await TrainingDesk.open();
  year = Number(desk.platform.clock.today().slice(0, 4));
});
afterAll(() => desk.platform.stop());

const tomorrow = () => addDays(desk.platform.clock.today(), 1);
async function evaluated(): Promise<string> {
  const sessionId = await desk.held([desk.seller], { institution: '银行学院' });
  const results = [{ employeeId: desk.seller.employeeId, mark: 88 }];
  await desk.get(EvaluateTraining).execute(desk.trainer, { sessionId, method: 'EXAM', results });
  return sessionId;
}
const raise = async (change: object = {}) =>
  desk.get(RaiseImprovement).execute(desk.trainer, {
    ...{ sessionId: await evaluated(), text: '增加案例演练', ownerId: desk.trainer.employeeId, dueOn: tomorrow(), ...change },
  });

let planned = 0;
/** The plan of a year from `from` on that no other test took. */
async function plan(from: number, published = false): Promise<string> {
  const courses = TRAINING_TOPICS.map((topic) => ({ topic, title: topic, hours: 4 }));
  const facts = {
    id: newId('tpl'),
    year: from + planned++,
    needsAnalysis: '新产品上线，三名新员工需要产品、销售与合规基础培训。',
    courses,
    adoptedImprovements: [],
  };
  const drafted = draftPlan(facts);
  return (await desk.run((tx) => desk.get(TrainingPlans).insert(published ? publishPlan(drafted) : drafted, tx))).id;
}
const adopt = (planId: string, ids: readonly string[]) => desk.get(AdoptImprovements).execute(desk.manager, { planId, ids });

describe('[6.9] improvements', () => {
  test('the plan of a later year takes them up, all in one act, and shows them', async () => {
    const ids = [await raise(), await raise({ text: '考试增加判断题' })];
    const planId = await plan(year + 1);
    await adopt(planId, ids);
    const queries = desk.get(ImprovementQueries);
    expect((await queries.ofPlans([planId])).map(({ text }) => text)).toEqual(['增加案例演练', '考试增加判断题']);
    const shown = async () => (await desk.run((tx) => desk.get(TrainingPlans).get(planId, tx))).adoptedImprovements;
    expect(await shown()).toEqual(['增加案例演练', '考试增加判断题']);
    const content = { planId, needsAnalysis: '新产品上线，三名新员工需要产品、销售与合规基础培训。', courses: [] };
    for (const adoptedImprovements of [undefined, null, [], ['考试增加判断题'], [' 增加案例演练 ', '增加案例演练']]) {
      await desk.get(ChangeTrainingPlan).execute(desk.manager, { ...content, adoptedImprovements });
      expect(await shown()).toEqual(['增加案例演练', '考试增加判断题']);
    }
    const free = await raise();
    expect((await queries.list({ notAdopted: true, first: 100 })).nodes.map(({ id }) => id)).toEqual([free]);
  });

  test.each([
    ['words of the manager', () => ['新的建议']],
    ['words beside those that it has', (text: string) => [text, '新的建议']],
    ['an item that it has not taken up', () => ['没有采纳的建议']],
    ['almost the words', (text: string) => [`${text}。`]],
    ['nothing', () => ['']],
  ])('what no evaluation found is not said to be adopted: %s', async (_name, written) => {
    const text = '增加面签演练';
    await raise({ text: '没有采纳的建议' });
    const planId = await plan(year + 1);
    await adopt(planId, [await raise({ text })]);
    const before = await desk.snapshot();
    const content = {
      needsAnalysis: '新产品上线，三名新员工需要产品、销售与合规基础培训。',
      courses: [],
      adoptedImprovements: written(text),
    };
    const refusal = { code: 'PLAN_IMPROVEMENT_NOT_ADOPTED' };
    await expect(desk.get(ChangeTrainingPlan).execute(desk.manager, { ...content, planId })).rejects.toMatchObject(refusal);
    await expect(desk.get(DraftTrainingPlan).execute(desk.manager, { ...content, year: 2090 })).rejects.toMatchObject(refusal);
    expect(await desk.snapshot()).toBe(before);
  });

  test('what managers wrote beside them before is an idea of the plan since; again changes nothing', async () => {
    const planId = await plan(year + 1);
    await adopt(planId, [await raise({ text: '增加投诉演练' })]);
    const rows = desk.platform.database.collection<{ _id: string }>('training_plans');
    await rows.updateOne({ _id: planId }, { $set: { adoptedImprovements: ['去年的建议', '增加投诉演练', '另一建议'] } });
    for (const time of [1, 2]) {
      await planIdeas.up(desk.platform.database);
      const { adoptedImprovements, ideas } = await desk.run((tx) => desk.get(TrainingPlans).get(planId, tx));
      expect([time, adoptedImprovements, ideas]).toEqual([time, ['增加投诉演练'], ['去年的建议', '另一建议']]);
    }
    await desk.get(ChangeTrainingPlan).execute(desk.manager, {
      ...{ planId, needsAnalysis: '新产品上线，三名新员工需要产品、销售与合规基础培训。', courses: [] },
    });
    expect(await desk.run((tx) => desk.get(TrainingPlans).get(planId, tx))).toMatchObject({ ideas: ['去年的建议', '另一建议'] });
  });

  test('open ones are listed with their day, until they are closed', async () => {
    const id = await raise({ ownerId: desk.manager.employeeId });
    const owed = async () =>
      (await desk.get(ImprovementQueries).owed({ ownerId: desk.manager.employeeId, until: tomorrow() })).nodes.map((one) => one.id);
    expect(await owed()).toEqual([id]);
    await desk.get(CloseImprovement).execute(desk.trainer, { improvementId: id, done: true, text: '已加入三个案例' });
    expect(await owed()).toEqual([]);
  });

  test('what is written down with results from elsewhere is one, too, with its owner and its day', async () => {
    const sessionId = await desk.held([desk.seller], { institution: '银行学院' });
    const results = [{ employeeId: desk.seller.employeeId, mark: 88 }];
    const input = { sessionId, method: 'EXAM' as const, results, improvements: ['增加更多案例'] };
    await desk.get(EvaluateTraining).execute(desk.trainer, input);
    const owed = {
      text: '增加更多案例',
      ownerId: desk.trainer.employeeId,
      owedOn: addDays(desk.platform.clock.today(), 90),
      state: 'OPEN',
    };
    const found = await desk.get(ImprovementQueries).ofSessions([sessionId]);
    expect(found).toMatchObject([owed]);
    expect((await desk.session(sessionId)).evaluation?.improvements).toEqual([]);
    await desk.get(CloseImprovement).execute(desk.trainer, { improvementId: found[0]?.id ?? '', done: true, text: '已加入三个案例' });
  });

  test('its owner reports it done, whatever his role; dropping it is for others', async () => {
    const improvementId = await raise({ ownerId: desk.officer.employeeId });
    const close = (by: EmployeeActor, done: boolean) =>
      desk.get(CloseImprovement).execute(by, { improvementId, done, text: '已加入三个案例' });
    const before = await desk.snapshot();
    for (const [by, done] of [
      [desk.officer, false],
      [desk.seller, true],
    ] as const)
      await expect(close(by, done)).rejects.toMatchObject({ code: 'IMPROVEMENT_NOT_YOURS' });
    expect(await desk.snapshot()).toBe(before);
    await close(desk.officer, true);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['of a training without evaluation', async () => raise({ sessionId: await desk.held() }), 'IMPROVEMENT_WITHOUT_EVALUATION'],
    ['for nobody', () => raise({ ownerId: newId('emp') }), 'IMPROVEMENT_OWNER_UNKNOWN'],
    ['due yesterday', () => raise({ dueOn: addDays(desk.platform.clock.today(), -1) }), 'IMPROVEMENT_DAY_PAST'],
  ])('refused: an improvement %s', async (_name, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  test.each<[string, (id: string) => Promise<() => Promise<unknown>>, string]>([
    [
      'by the plan of the same year',
      async (id) => {
        const planId = await plan(year - 20);
        return () => adopt(planId, [id]);
      },
      'IMPROVEMENT_PLAN_YEAR',
    ],
    [
      'by a published plan',
      async (id) => {
        const planId = await plan(year + 1, true);
        return () => adopt(planId, [id]);
      },
      'IMPROVEMENT_PLAN_PUBLISHED',
    ],
    [
      'with one that is not there: none is taken',
      async (id) => {
        const planId = await plan(year + 1);
        return () => adopt(planId, [id, newId('tim')]);
      },
      'NOT_FOUND',
    ],
    [
      'of none',
      async () => {
        const planId = await plan(year + 1);
        return () => adopt(planId, []);
      },
      'IMPROVEMENTS_MISSING',
    ],
    [
      'twice',
      async (id) => {
        await adopt(await plan(year + 1), [id]);
        const planId = await plan(year + 1);
        return () => adopt(planId, [id]);
      },
      'IMPROVEMENT_ADOPTED',
    ],
  ])('adopting refused with nothing changed: %s', async (_name, given, code) => {
    const act = await given(await raise());
    const before = await desk.snapshot();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });
});

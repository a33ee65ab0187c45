import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, sentMessages, sentTypes, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { trainingService } from '../src/training.module.js';

const TOPICS = ['INDUSTRY', 'PRODUCT', 'SALES_SKILLS', 'CUSTOMER_SERVICE', 'RISK_MANAGEMENT', 'LAW'];
const courses = TOPICS.map((topic) => ({ topic, title: topic, hours: 4 }));
const needsAnalysis = '新产品上线，三名新员工需要产品、销售与合规基础培训。';
const manager = person('sales', 'sales-manager');
const trainer = person('training', 'trainer');
const seller = person('sales', 'salesperson');
let training: SubgraphUnderTest;

async function mutate(name: string, input: object, as: EmployeeActor, selection: string): Promise<Record<string, unknown>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const answer = await training.graph(
    `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code rule message field } } }`,
    { input },
    as,
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Record<string, unknown>;
}

const draft = (year: number, of = courses) =>
  mutate('draftTrainingPlan', { year, needsAnalysis, courses: of }, manager, 'plan { id state }');

async function publishedPlan(year: number): Promise<string> {
  const { id } = (await draft(year))['plan'] as { id: string };
  await mutate('publishTrainingPlan', { planId: id }, manager, 'plan { id }');
  return id;
}

beforeAll(async () => {
  training = await testSubgraph(trainingService);
  await seedPeople(training.platform, [manager, trainer, seller]);
});

afterAll(() => training.stop());

describe('[6.1, 6.2] the annual plan', () => {
  test('one per year; publishing names the missing topics and changes nothing', async () => {
    const drafted = await draft(2030, courses.slice(0, 4));
    const { id } = drafted['plan'] as { id: string };
    expect(await draft(2030)).toMatchObject({ plan: null, userErrors: [{ code: 'PLAN_EXISTS', rule: '6.1' }] });
    const refused = await mutate('publishTrainingPlan', { planId: id }, manager, 'plan { id }');
    expect(refused).toMatchObject({
      userErrors: [{ code: 'PLAN_TOPICS_MISSING', rule: '6.2', message: expect.stringContaining('RISK_MANAGEMENT, LAW') }],
    });
    const read = await training.graph('{ trainingPlan(year: 2030) { state } }', {}, seller);
    expect(read.data).toEqual({ trainingPlan: { state: 'DRAFT' } });
  });

  test.each([
    ['a salesperson', seller],
    ['a trainer', trainer],
    ['an hr manager', person('hr', 'hr-manager')],
  ])('[2.4] %s may not publish', async (_name, as) => {
    const answer = await training.graph('mutation { publishTrainingPlan(input: { planId: "x" }) { userErrors { code } } }', {}, as);
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('[6.7] a training is closed only after its evaluation', () => {
  test('planned, held, evaluated, closed; hr is told the hours', async () => {
    const planId = await publishedPlan(2031);
    const input = {
      planId,
      topic: 'PRODUCT',
      title: '新产品',
      kind: 'INTERNAL',
      trainerId: trainer.employeeId,
      heldOn: '2031-02-03',
      hours: 3.5,
    };
    const planned = await mutate('planTrainingSession', input, manager, 'session { id state trainer { id } }');
    const sessionId = (planned['session'] as { id: string }).id;
    expect(await mutate('recordTrainingAttendance', { sessionId, attendeeIds: ['emp_unknown'] }, trainer, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'ATTENDEE_UNKNOWN' }],
    });
    await mutate('recordTrainingAttendance', { sessionId, attendeeIds: [seller.employeeId] }, trainer, 'session { id }');
    expect(await mutate('closeTrainingSession', { sessionId }, manager, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'EVALUATION_MISSING', rule: '6.7' }],
    });
    const before = await sentTypes(training.platform);
    expect(await mutate('evaluateTraining', { sessionId, method: 'EXAM', results: [] }, trainer, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'EVALUATION_INCOMPLETE' }],
    });
    expect(await sentTypes(training.platform)).toEqual(before);
    const results = [{ employeeId: seller.employeeId, mark: 88 }];
    const selection = 'session { state evaluation { method results { mark employee { id } } improvements } }';
    expect(
      await mutate('evaluateTraining', { sessionId, method: 'EXAM', results, improvements: ['更多案例'] }, trainer, selection),
    ).toMatchObject({
      userErrors: [],
      session: {
        state: 'EVALUATED',
        evaluation: { method: 'EXAM', results: [{ mark: 88, employee: { id: seller.employeeId } }], improvements: ['更多案例'] },
      },
    });
    expect((await sentMessages(training.platform)).at(-1)).toMatchObject({
      type: 'training.evaluated.v1',
      data: { hours: 3.5, attendeeIds: [seller.employeeId] },
    });
    expect(await mutate('closeTrainingSession', { sessionId }, manager, 'session { state }')).toMatchObject({
      session: { state: 'CLOSED' },
    });
  });

  test('a session needs a published plan', async () => {
    const { id } = (await draft(2032))['plan'] as { id: string };
    const input = { planId: id, topic: 'LAW', title: '法规', kind: 'ONLINE', resource: 'law-1', heldOn: '2032-02-03', hours: 1 };
    expect(await mutate('planTrainingSession', input, manager, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'PLAN_NOT_PUBLISHED' }],
    });
  });
});

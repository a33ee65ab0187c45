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
const colleague = person('sales', 'salesperson');
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
  await seedPeople(training.platform, [manager, trainer]);
  await seedPeople(training.platform, [seller, colleague], manager.employeeId);
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
    const today = training.platform.clock.today();
    const planId = await publishedPlan(Number(today.slice(0, 4)));
    const input = {
      planId,
      topic: 'PRODUCT',
      title: '新产品',
      kind: 'EXTERNAL',
      institution: '银行学院',
      heldOn: today,
      hours: 3.5,
    };
    const planned = await mutate('planTrainingSession', input, manager, 'session { id state trainer { id } }');
    const sessionId = (planned['session'] as { id: string }).id;
    expect(await mutate('recordTrainingAttendance', { sessionId, attendeeIds: ['emp_unknown'] }, trainer, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'ATTENDEE_UNKNOWN' }],
    });
    const attendeeIds = [seller.employeeId];
    expect(await mutate('recordTrainingAttendance', { sessionId, attendeeIds }, trainer, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'ATTENDEE_NOT_NOMINATED', rule: '6.3' }],
    });
    await mutate('nominateForTraining', { sessionId, employeeId: seller.employeeId }, manager, 'nomination { state }');
    await mutate('recordTrainingAttendance', { sessionId, attendeeIds }, trainer, 'session { id }');
    expect(await mutate('closeTrainingSession', { sessionId }, manager, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'EVALUATION_MISSING', rule: '6.7' }],
    });
    const before = await sentTypes(training.platform);
    expect(await mutate('evaluateTraining', { sessionId, method: 'EXAM', results: [] }, trainer, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'EVALUATION_INCOMPLETE' }],
    });
    expect(await sentTypes(training.platform)).toEqual(before);
    const results = [{ employeeId: seller.employeeId, mark: 88 }];
    const past = { sessionId, method: 'ON_THE_JOB', results: [{ employeeId: seller.employeeId, mark: 5 }] };
    expect(await mutate('evaluateTraining', past, trainer, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'EVALUATION_ONE_BY_ONE' }],
    });
    const selection = 'session { state evaluation { method results { mark employee { id } } improvements } }';
    expect(
      await mutate('evaluateTraining', { sessionId, method: 'EXAM', results, improvements: ['增加更多案例'] }, trainer, selection),
    ).toMatchObject({
      userErrors: [],
      session: {
        state: 'EVALUATED',
        evaluation: { method: 'EXAM', results: [{ mark: 88, employee: { id: seller.employeeId } }], improvements: ['增加更多案例'] },
      },
    });
    const read = `{ trainingSession(id: "${sessionId}") { attendance { employee { id } } evaluation { method results { mark employee { id } } } } }`;
    const line = { employee: { id: seller.employeeId } };
    const all = { attendance: [line], evaluation: { method: 'EXAM', results: [{ mark: 88, ...line }] } };
    for (const [as, seen] of [
      [seller, all],
      [manager, all],
      [colleague, { attendance: [], evaluation: { method: 'EXAM', results: [] } }],
    ] as const)
      expect((await training.graph(read, {}, as)).data).toEqual({ trainingSession: seen });
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

describe('[2.4, 6.4] the manager plans, people nominate themselves and see their own', () => {
  test('a self-nomination waits for the manager; others do not see it', async () => {
    const planId = await publishedPlan(2034);
    const input = { planId, topic: 'LAW', title: '法规', kind: 'EXTERNAL', institution: '银行业协会', heldOn: '2034-02-03', hours: 8 };
    const seats = { capacity: 1, certificateExpected: true, place: '三楼会议室', startsAt: '09:00', endsAt: '17:30' };
    const planned = await mutate('planTrainingSession', { ...input, ...seats }, manager, 'session { id capacity place cost }');
    expect(planned).toMatchObject({ session: { capacity: 1, place: '三楼会议室', cost: '0.00' } });
    const { id: sessionId } = planned['session'] as { id: string };
    const own = await mutate('nominateSelfForTraining', { sessionId }, seller, 'nomination { id state approval place }');
    expect(own).toMatchObject({ nomination: { state: 'SEATED', approval: 'PENDING', place: 1 } });
    const queue = 'query ($id: ID!) { trainingNominations(sessionId: $id) { nodes { state employee { id } } totalCount } }';
    const seen = async (as: EmployeeActor) => (await training.graph(queue, { id: sessionId }, as)).data?.['trainingNominations'];
    expect(await seen(seller)).toMatchObject({ nodes: [{ employee: { id: seller.employeeId } }] });
    expect(await seen(colleague)).toMatchObject({ nodes: [], totalCount: 0 });
    const pending = await training.graph('{ pendingTrainingNominations { nodes { id session { title } } } }', {}, manager);
    const { id: nominationId } = own['nomination'] as { id: string };
    expect(pending.data).toMatchObject({ pendingTrainingNominations: { nodes: [{ id: nominationId, session: { title: '法规' } }] } });
    await mutate('decideTrainingNomination', { nominationId, isAccepted: true }, manager, 'nomination { approval }');
    const notices = async (as: EmployeeActor) =>
      (await training.graph('{ myTrainingNotices { nodes { id news heldOn session { title } } } }', {}, as)).data?.['myTrainingNotices'];
    const told = (await notices(seller)) as { nodes: { id: string }[] };
    const about = { heldOn: '2034-02-03', session: { title: '法规' } };
    expect(told.nodes.slice(0, 2)).toMatchObject([
      { news: 'ACCEPTED', ...about },
      { news: 'SEATED', ...about },
    ]);
    const ids = told.nodes.map(({ id }) => id);
    expect(await mutate('markTrainingNoticesRead', { ids }, colleague, 'notices { id }')).toMatchObject({
      notices: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const read = await mutate('markTrainingNoticesRead', { ids }, seller, 'notices { id readAt }');
    expect(read).toMatchObject({ userErrors: [], notices: ids.map(() => ({ readAt: expect.any(String) })) });
    expect(await notices(seller)).toEqual({ nodes: [] });
    const mine = await training.graph('{ trainingsOfPerson { nodes { approval heldOn session { kind } } } }', {}, seller);
    expect(mine.data).toMatchObject({
      trainingsOfPerson: { nodes: [{ approval: 'ACCEPTED', heldOn: '2034-02-03', session: { kind: 'EXTERNAL' } }, {}] },
    });
  });

  test.each([
    ['nominate others', `mutation { nominateForTraining(input: { sessionId: "x", employeeId: "y" }) { userErrors { code } } }`],
    ['decide', `mutation { decideTrainingNomination(input: { nominationId: "x", isAccepted: true }) { userErrors { code } } }`],
    ['cancel a training', `mutation { cancelTrainingSession(input: { sessionId: "x", reason: "y" }) { userErrors { code } } }`],
    [
      'revise the plan',
      `mutation { reviseTrainingPlan(input: { planId: "x", needsAnalysis: "", courses: [], reason: "" }) { userErrors { code } } }`,
    ],
    ['read the requests of hr', '{ trainingRequests { nodes { id } } }'],
    ['read the findings', '{ trainingFindings(year: 2026) { count } }'],
    ['publish a course', `mutation { publishTrainingCourse(input: { courseId: "x" }) { userErrors { code } } }`],
  ])('a salesperson may not %s', async (_name, operation) => {
    const answer = await training.graph(operation, {}, seller);
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('the manager may not allow himself more money', async () => {
    const more = `mutation { allowTrainingOverspend(input: { planId: "x", courseNo: 1, amount: "1.00", reason: "x" }) { userErrors { code } } }`;
    expect((await training.graph(more, {}, manager)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('[6.1] the plan with its money and its progress', () => {
  test('budget and progress in yuan, for who looks after them; a salesperson reads the plan without', async () => {
    const year = 2035;
    const priced = courses.map((course) => ({ ...course, budget: '1000.00' }));
    const drafted = await mutate('draftTrainingPlan', { year, needsAnalysis, courses: priced }, manager, 'plan { id }');
    const { id: planId } = drafted['plan'] as { id: string };
    await mutate('publishTrainingPlan', { planId }, manager, 'plan { id }');
    const input = {
      planId,
      topic: 'PRODUCT',
      title: '新产品',
      kind: 'INTERNAL',
      trainerId: trainer.employeeId,
      heldOn: '2035-03-05',
      hours: 2,
    };
    expect(await mutate('planTrainingSession', { ...input, courseNo: 2, cost: '1000.01' }, manager, 'session { id }')).toMatchObject({
      userErrors: [{ code: 'BUDGET_EXCEEDED', field: ['cost'], message: expect.stringContaining('1000.00 yuan') }],
    });
    await mutate('planTrainingSession', { ...input, courseNo: 2, cost: '400.00' }, manager, 'session { id }');
    const read =
      '{ trainingPlan(year: 2035) { revision unansweredFindings courses { no budget } progress { planned spent left course { no } } } }';
    const { data } = await training.graph(read, {}, manager);
    const plan = data?.['trainingPlan'] as { progress: object[]; courses: object[] };
    expect(plan).toMatchObject({ revision: 1, unansweredFindings: [] });
    expect(plan.courses[1]).toEqual({ no: 2, budget: '1000.00' });
    expect(plan.progress[1]).toEqual({ planned: 1, spent: '400.00', left: '600.00', course: { no: 2 } });
    const withheld = await training.graph(read, {}, seller);
    expect(withheld.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await training.graph('{ trainingPlan(year: 2035) { courses { no } } }', {}, seller)).errors).toBeUndefined();
  });
});

test('[6.5] a learner sees his percent; [6.4] a certificate shows its number masked', async () => {
  const units = [
    { title: '法规要点', minutes: 45 },
    { title: '案例', minutes: 15 },
  ];
  const made = await mutate(
    'registerTrainingCourse',
    { topic: 'LAW', title: '法规', hours: 2, kinds: ['ONLINE'], units },
    trainer,
    'course { id }',
  );
  const { id: courseId } = made['course'] as { id: string };
  await mutate('addCourseResource', { courseId, title: '原文', url: 'https://law.example.com/pipl' }, trainer, 'course { id }');
  await mutate('publishTrainingCourse', { courseId }, manager, 'course { state }');
  const joined = await mutate('enrolInCourse', { courseId }, seller, 'enrolment { id progressPercent }');
  const { id: enrolmentId } = joined['enrolment'] as { id: string };
  const tooSoon = await mutate('completeCourseUnit', { enrolmentId, unitNo: 1 }, seller, 'enrolment { id }');
  expect(tooSoon).toMatchObject({ userErrors: [{ code: 'UNIT_TOO_SOON', rule: '6.5' }] });
  const { work, clock } = training.platform;
  const { offsetMs, step } = await clock.position();
  const service = { kind: 'service', service: 'training' } as const;
  await work.run({ actor: service, operation: 'test' }, (tx) => clock.move({ offsetMs: offsetMs + 1_380_000, step: step + 1 }, tx));
  expect(await mutate('completeCourseUnit', { enrolmentId, unitNo: 1 }, seller, 'enrolment { progressPercent state }')).toMatchObject({
    enrolment: { progressPercent: 75, state: 'LEARNING' },
  });
  const paper = {
    employeeId: seller.employeeId,
    title: '信贷从业资格',
    institution: '银行业协会',
    number: 'ZX-2026-0001',
    issuedOn: '2026-01-05',
  };
  expect(await mutate('recordCertificate', paper, manager, 'certificate { numberMasked hasFile state employee { id } }')).toMatchObject({
    certificate: { numberMasked: '********0001', hasFile: false, state: 'VALID', employee: { id: seller.employeeId } },
  });
});

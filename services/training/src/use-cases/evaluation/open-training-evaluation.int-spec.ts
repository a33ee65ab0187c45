import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMonths, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import type { EvaluationMethod } from '../../domain/session/training-session.js';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';
import { CloseTrainingSession } from '../session/close-training-session.use-case.js';
import { EvaluateTraining } from '../session/evaluate-training.use-case.js';
import { NominateForTraining } from '../session/nominate-for-training.use-case.js';
import { RecordTrainingAttendance } from '../session/record-training-attendance.use-case.js';
import { ChangeEvaluation } from './change-evaluation.use-case.js';
import { OpenTrainingEvaluation } from './open-training-evaluation.use-case.js';
import { RecordJobMark } from './record-job-mark.use-case.js';
import { WriteReflection } from './write-reflection.use-case.js';

const TEXT = '通过本次培训，我了解了综合融资成本的构成与上限，今后拜访客户时会先出示费用清单，再说明还款方式与违约后果，并记录客户的疑问。';
let desk: TrainingDesk;
let drawnBySecond = '';
let elsewhere = '';
beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(() => desk.platform.stop());

const open = (sessionId: string, method: EvaluationMethod, change: object = {}) =>
  desk.get(OpenTrainingEvaluation).execute(desk.trainer, { sessionId, method, ...change });
const close = (sessionId: string) => desk.get(CloseTrainingSession).execute(desk.manager, { sessionId });
async function opened(method: EvaluationMethod, attendees?: readonly EmployeeActor[]): Promise<string> {
  const sessionId = await desk.held(attendees);
  await open(sessionId, method);
  return sessionId;
}
async function leave({ employeeId }: EmployeeActor): Promise<void> {
  await desk.run((tx) => desk.platform.directory.deactivate(employeeId, tx));
  const left = { employeeId, deactivatedAt: desk.platform.clock.now().toISOString() };
  await desk.inbox.receive(desk.source.event('hr.employee-deactivated.v1', employeeId, left));
}

describe('[6.8] a reflection', () => {
  test('handed in, sent back, handed in again, marked; then the training is evaluated and can be closed [6.7]', async () => {
    const sessionId = await opened('REFLECTION', [desk.seller]);
    const { id: taskId, dueOn } = await desk.taskOf(sessionId, desk.seller);
    expect(dueOn).toBe(addDays(desk.platform.clock.today(), 7));
    const write = desk.get(WriteReflection);
    await write.handIn(desk.seller, { taskId, text: TEXT });
    await write.mark(desk.trainer, { taskId, reason: '请结合自己的客户' });
    await write.handIn(desk.seller, { taskId, text: `${TEXT}例如上周的餐饮客户。` });
    await expect(close(sessionId)).rejects.toMatchObject({ code: 'EVALUATION_MISSING' });
    await write.mark(desk.trainer, { taskId, mark: 85, reason: '结合了自己的客户' });
    const session = await desk.session(sessionId);
    expect(session).toMatchObject({ state: 'EVALUATED', evaluation: { method: 'REFLECTION', results: [{ mark: 85, excuse: null }] } });
    await close(sessionId);
    expect((await desk.session(sessionId)).state).toBe('CLOSED');
  });

  test.each<[string, (taskId: string) => Promise<unknown>, string]>([
    ['too short', (taskId) => desk.get(WriteReflection).handIn(desk.seller, { taskId, text: '很好' }), 'TEXT_TOO_SHORT'],
    [
      "[3.7] with a customer's number",
      (taskId) => desk.get(WriteReflection).handIn(desk.seller, { taskId, text: `${TEXT}电话 13800138000` }),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    ['by a colleague', (taskId) => desk.get(WriteReflection).handIn(desk.second, { taskId, text: TEXT }), 'REFLECTION_NOT_YOURS'],
    [
      'marked before it is there',
      (taskId) => desk.get(WriteReflection).mark(desk.trainer, { taskId, mark: 80, reason: '结合了客户' }),
      'REFLECTION_NOT_HANDED_IN',
    ],
    [
      'excused by himself',
      (taskId) => desk.get(ChangeEvaluation).excuse(desk.seller, { taskId, reason: '本人没有时间' }),
      'EVALUATION_OF_ONESELF',
    ],
    ['excused without a reason', (taskId) => desk.get(ChangeEvaluation).excuse(desk.trainer, { taskId, reason: ' ' }), 'TEXT_TOO_SHORT'],
    [
      'marked as work',
      (taskId) => desk.get(RecordJobMark).execute(desk.manager, { taskId, mark: 3, facts: '工作认真负责' }),
      'EVALUATION_METHOD_OTHER',
    ],
  ])('refused with nothing changed: %s', async (_name, act, code) => {
    const sessionId = await opened('REFLECTION');
    const { id } = await desk.taskOf(sessionId, desk.seller);
    const before = await desk.snapshot();
    await expect(act(id)).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  test('after its day it is refused, until the trainer gives another', async () => {
    const sessionId = await opened('REFLECTION');
    const { id: taskId } = await desk.taskOf(sessionId, desk.seller);
    await desk.pass(8);
    const before = await desk.snapshot();
    const handIn = () => desk.get(WriteReflection).handIn(desk.seller, { taskId, text: TEXT });
    await expect(handIn()).rejects.toMatchObject({ code: 'REFLECTION_TOO_LATE' });
    expect(await desk.snapshot()).toBe(before);
    const extend = (change: object) =>
      desk.get(ChangeEvaluation).extend(desk.trainer, { taskId, dueOn: addDays(desk.platform.clock.today(), 2), ...change });
    await expect(extend({})).rejects.toMatchObject({ code: 'TEXT_TOO_SHORT' });
    const never = { dueOn: addDays(desk.platform.clock.today(), 83), reason: '出差，推迟两天' };
    await expect(extend(never)).rejects.toMatchObject({ code: 'EVALUATION_DAY_TOO_LATE' });
    expect(await desk.snapshot()).toBe(before);
    await extend({ reason: '出差，推迟两天' });
    expect((await desk.taskOf(sessionId, desk.seller)).extensions).toMatchObject([
      { reason: '出差，推迟两天', by: desk.trainer.employeeId },
    ]);
    await handIn();
    expect((await desk.taskOf(sessionId, desk.seller)).state).toBe('HANDED_IN');
  });
});

describe('[6.7] opening and closing', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['an exam without a paper', async () => open(await desk.held(), 'EXAM'), 'EVALUATION_PAPER_MISSING'],
    ['an exam with no such paper', async () => open(await desk.held(), 'EXAM', { paperId: newId('epp') }), 'EVALUATION_PAPER_MISSING'],
    [
      'an exam on another topic',
      async () => open(await desk.held(undefined, { topic: 'PRODUCT' }), 'EXAM', { paperId: await desk.paper() }),
      'EVALUATION_PAPER_OFF_TOPIC',
    ],
    [
      'an exam that anybody passes',
      async () => open(await desk.held(), 'EXAM', { paperId: await desk.paper({ passPercent: 20 }) }),
      'EVALUATION_PAPER_TOO_EASY',
    ],
    ['of nothing', () => open(newId('trs'), 'REFLECTION'), 'NOT_FOUND'],
    [
      'owed for years',
      async () => open(await desk.held(), 'REFLECTION', { dueOn: addDays(desk.platform.clock.today(), 91) }),
      'EVALUATION_DAY_TOO_LATE',
    ],
    [
      'due yesterday',
      async () => open(await desk.held(), 'REFLECTION', { dueOn: addDays(desk.platform.clock.today(), -1) }),
      'EVALUATION_DAY_PAST',
    ],
    [
      'a mark of the work tomorrow',
      async () => open(await desk.held(), 'ON_THE_JOB', { dueOn: addDays(desk.platform.clock.today(), 1) }),
      'JOB_MARK_DAY_INVALID',
    ],
  ])('refused: %s', async (_name, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  test('not twice, not at once beside it, and not closed without its results: each refused with nothing changed', async () => {
    const sessionId = await opened('REFLECTION');
    const results = [desk.seller, desk.second].map(({ employeeId }) => ({ employeeId, mark: 90 }));
    const before = await desk.snapshot();
    await expect(open(sessionId, 'ON_THE_JOB')).rejects.toMatchObject({ code: 'EVALUATION_OPEN' });
    await expect(desk.get(EvaluateTraining).execute(desk.trainer, { sessionId, method: 'EXAM', results })).rejects.toMatchObject({
      code: 'EVALUATION_OPEN',
    });
    await expect(close(sessionId)).rejects.toMatchObject({ code: 'EVALUATION_MISSING' });
    expect(await desk.snapshot()).toBe(before);
  });

  test.each<[string, (sessionId: string) => Promise<unknown>, string]>([
    [
      'opened by an attendee',
      (sessionId) => desk.get(OpenTrainingEvaluation).execute(desk.second, { sessionId, method: 'REFLECTION' }),
      'EVALUATION_OPENED_BY_ATTENDEE',
    ],
    [
      'with the paper that an attendee drew',
      async (sessionId) => open(sessionId, 'EXAM', { paperId: drawnBySecond }),
      'EVALUATION_PAPER_OF_ATTENDEE',
    ],
    [
      'evaluated at once by an attendee',
      (sessionId) => {
        const results = [desk.seller, desk.second].map(({ employeeId }) => ({ employeeId, mark: 90 }));
        return desk.get(EvaluateTraining).execute(desk.second, { sessionId, method: 'EXAM', results });
      },
      'EVALUATION_OPENED_BY_ATTENDEE',
    ],
    ...(['EXAM', 'REFLECTION', 'ON_THE_JOB'] as const).map((method): [string, (sessionId: string) => Promise<unknown>, string] => [
      `${method} entered by the trainer past paper, attendee and superior`,
      (sessionId) => {
        const results = [desk.seller, desk.second].map(({ employeeId }) => ({ employeeId, mark: 5, text: TEXT }));
        return desk.get(EvaluateTraining).execute(desk.trainer, { sessionId, method, results });
      },
      'EVALUATION_ONE_BY_ONE',
    ]),
    [
      'ON_THE_JOB of an external training',
      () => {
        const results = [{ employeeId: desk.seller.employeeId, mark: 5 }];
        return desk.get(EvaluateTraining).execute(desk.trainer, { sessionId: elsewhere, method: 'ON_THE_JOB', results });
      },
      'EVALUATION_ONE_BY_ONE',
    ],
  ])('nobody chooses his own exam or enters his own result: refused with nothing changed %s', async (_name, act, code) => {
    drawnBySecond ||= await desk.paper({}, desk.second);
    elsewhere ||= await desk.held([desk.seller], { institution: '银行学院' });
    const sessionId = await desk.held();
    const before = await desk.snapshot();
    await expect(act(sessionId)).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  test('opened by two at once, it is open once', async () => {
    const sessionId = await desk.held();
    const outcomes = await Promise.allSettled([open(sessionId, 'REFLECTION'), open(sessionId, 'REFLECTION')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.tasks(sessionId)).toHaveLength(2);
  });

  test('the last two settled at once evaluate it', async () => {
    const sessionId = await opened('REFLECTION');
    const tasks = await desk.tasks(sessionId);
    // By the manager: a trainer does not excuse everybody.
    await Promise.all(tasks.map(({ id }) => desk.get(ChangeEvaluation).excuse(desk.manager, { taskId: id, reason: '长期病假，无法完成' })));
    expect((await desk.session(sessionId)).state).toBe('EVALUATED');
  });

  test('the trainer excuses one, not everybody, also not both at once', async () => {
    const sessionId = await opened('REFLECTION');
    const excuse = (taskId: string, by = desk.trainer) => desk.get(ChangeEvaluation).excuse(by, { taskId, reason: '长期病假，无法完成' });
    const outcomes = await Promise.allSettled((await desk.tasks(sessionId)).map(({ id }) => excuse(id)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'EVALUATION_ALL_EXCUSED' } });
    expect((await desk.session(sessionId)).state).toBe('HELD');
    const last = (await desk.tasks(sessionId)).find(({ state }) => state === 'OWED');
    await excuse(last?.id ?? '', desk.hr);
    expect((await desk.session(sessionId)).state).toBe('EVALUATED');
  });

  test('[6.5] self-study is evaluated from its last day on, not from its first', async () => {
    const today = desk.platform.clock.today();
    const sessionId = await desk.held([desk.seller], { heldOn: addDays(today, -80), untilOn: today });
    await open(sessionId, 'ON_THE_JOB');
    expect((await desk.taskOf(sessionId, desk.seller)).dueOn).toBe(addMonths(today, 2));
  });

  test('who left owes nothing: before it is opened, and after', async () => {
    const [gone, going] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
    await seedPeople(desk.platform, [gone, going]);
    const sessionId = await desk.held([gone, going]);
    await leave(gone);
    await open(sessionId, 'REFLECTION');
    expect(await desk.taskOf(sessionId, gone)).toMatchObject({ state: 'EXCUSED', excuse: { by: null } });
    expect((await desk.session(sessionId)).state).toBe('HELD');
    await leave(going);
    expect(await desk.session(sessionId)).toMatchObject({ state: 'EVALUATED', evaluation: { results: [{ mark: null }, { mark: null }] } });
  });
});

describe('[5.8] what hr asked for is done when the person came and was evaluated', () => {
  test('with a result it is trained; let off, it is open again; who left before is given back', async () => {
    const people = [desk.seller, desk.second, person('sales', 'salesperson')] as const;
    await seedPeople(desk.platform, [people[2]], desk.manager.employeeId);
    const sessionId = await desk.planned();
    const handoffs: string[] = [];
    for (const { employeeId } of people) {
      const data = { employeeId, topic: 'LAW' as const, reason: 'VIOLATION' as const, aboutId: newId('vio') };
      const asked = desk.source.handoff('plan-training', 'hr', { subject: employeeId, data });
      handoffs.push(asked.handoffid ?? '');
      await desk.inbox.receive(asked);
      await desk.get(NominateForTraining).execute(desk.manager, { sessionId, employeeId });
    }
    const states = async () => {
      const rows = await desk.platform.database.collection('training_requests').find().sort({ _id: 1 }).toArray();
      return handoffs.map((handoffId) => rows.find((row) => row['handoffId'] === handoffId)?.['state']);
    };
    const attendeeIds = people.map(({ employeeId }) => employeeId);
    await desk.get(RecordTrainingAttendance).execute(desk.trainer, { sessionId, attendeeIds });
    expect(await states()).toEqual(['NOMINATED', 'NOMINATED', 'NOMINATED']);
    await open(sessionId, 'REFLECTION');
    const { id: taskId } = await desk.taskOf(sessionId, desk.seller);
    await desk.get(WriteReflection).handIn(desk.seller, { taskId, text: TEXT });
    await desk.get(WriteReflection).mark(desk.trainer, { taskId, mark: 80, reason: '结合了自己的客户' });
    await leave(people[2]);
    expect(await states()).toEqual(['NOMINATED', 'NOMINATED', 'RETURNED']);
    const off = await desk.taskOf(sessionId, desk.second);
    await desk.get(ChangeEvaluation).excuse(desk.manager, { taskId: off.id, reason: '长期病假，无法完成' });
    expect(await desk.session(sessionId)).toMatchObject({ state: 'EVALUATED' });
    expect(await states()).toEqual(['TRAINED', 'OPEN', 'RETURNED']);
    const [again] = await desk.run((tx) => desk.get(TrainingRequests).openOf(desk.second.employeeId, tx));
    expect(again).toMatchObject({ handoffId: handoffs[1], sessionId: null });
    const told = (await sentMessages(desk.platform)).filter(({ type }) => type === 'training.request-followed.v1');
    expect(told.map(({ data }) => [data['handoffId'], data['state'], data['sessionId']])).toEqual([
      [handoffs[2], 'RETURNED', null],
      [handoffs[0], 'TRAINED', sessionId],
      [handoffs[1], 'OPEN', null],
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { QUIET, TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';
import { EvaluationQueries } from '../../queries/evaluation/evaluation.queries.js';
import { TrainingReminderQueries } from '../../queries/reminder/training-reminder.queries.js';
import { ChangeEvaluation } from '../evaluation/change-evaluation.use-case.js';
import { OpenTrainingEvaluation } from '../evaluation/open-training-evaluation.use-case.js';
import { RaiseImprovement } from '../improvement/raise-improvement.use-case.js';
import { DecideNomination } from '../session/decide-nomination.use-case.js';
import { EvaluateTraining } from '../session/evaluate-training.use-case.js';
import { NominateForTraining } from '../session/nominate-for-training.use-case.js';
import { RecordTrainingAttendance } from '../session/record-training-attendance.use-case.js';
import { ReturnTrainingRequest } from '../session/return-training-request.use-case.js';
import { RemindOfTrainingDeadlines } from './remind-of-training-deadlines.use-case.js';

let desk: TrainingDesk;
beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(() => desk.platform.stop());

const remind = () => desk.get(RemindOfTrainingDeadlines).execute(QUIET);
const told = async (by: EmployeeActor, about: string) =>
  (await desk.get(TrainingReminderQueries).mine({ first: 100 }, by)).nodes
    .filter((one) => one.about === about)
    .map(({ kind, level, escalated }) => `${kind} ${level}${escalated ? '!' : ''}`)
    .sort();

async function raise({ employeeId: ownerId }: EmployeeActor): Promise<string> {
  const sessionId = await desk.held([desk.seller], { institution: '银行学院' });
  const results = [{ employeeId: desk.seller.employeeId, mark: 88 }];
  await desk.get(EvaluateTraining).execute(desk.trainer, { sessionId, method: 'EXAM', results });
  const facts = { sessionId, text: '增加案例演练', ownerId, dueOn: addDays(desk.platform.clock.today(), 1) };
  return desk.get(RaiseImprovement).execute(desk.trainer, facts);
}

describe('[6.7] no training without its evaluation is forgotten', () => {
  test('unevaluated trainings are listed with their day, the most overdue first', async () => {
    const queries = desk.get(EvaluationQueries);
    const [late, later] = [
      await desk.held([desk.seller], { heldOn: '2026-01-10' }),
      await desk.held([desk.seller], { heldOn: '2026-01-20' }),
    ];
    const { nodes } = await queries.unevaluated({ first: 2 });
    expect(nodes).toEqual([
      { id: late, dueOn: '2026-01-24' },
      { id: later, dueOn: '2026-02-03' },
    ]);
    expect((await queries.unevaluated({ until: '2026-01-24' as never })).nodes.map(({ id }) => id)).toEqual([late]);
  });

  test('its trainer is told ahead and again when the day has passed, then the sales manager; each once, until it is opened', async () => {
    const sessionId = await desk.held([desk.seller]);
    await remind();
    expect(await told(desk.trainer, sessionId)).toEqual([]);
    await desk.pass(12);
    await remind();
    expect(await told(desk.trainer, sessionId)).toEqual(['UNEVALUATED SOON']);
    await desk.pass(3);
    await remind();
    expect(await remind()).toBe(0);
    expect(await told(desk.trainer, sessionId)).toEqual(['UNEVALUATED LATE', 'UNEVALUATED SOON']);
    expect(await told(desk.manager, sessionId)).toEqual(['UNEVALUATED LATE!']);
    const said = (await sentMessages(desk.platform)).filter(
      (one) => one.type === 'training.deadline-reminded.v1' && one.data['about'] === sessionId,
    );
    expect(said).toHaveLength(3);
    await desk.get(OpenTrainingEvaluation).execute(desk.trainer, { sessionId, method: 'REFLECTION' });
    await remind();
    expect([...(await told(desk.trainer, sessionId)), ...(await told(desk.manager, sessionId))]).toEqual([]);
  });

  test('[6.3] nor one of which nobody has written down who came: told on its day, then the sales manager too, until it is recorded', async () => {
    const sessionId = await desk.planned();
    await remind();
    expect(await told(desk.trainer, sessionId)).toEqual(['UNRECORDED SOON']);
    expect(await told(desk.manager, sessionId)).toEqual([]);
    await desk.pass(1);
    await remind();
    expect(await remind()).toBe(0);
    expect(await told(desk.trainer, sessionId)).toEqual(['UNRECORDED LATE', 'UNRECORDED SOON']);
    expect(await told(desk.manager, sessionId)).toEqual(['UNRECORDED LATE!']);
    const details = [{ employeeId: desk.seller.employeeId, addedReason: '临时顶替同事参加' }];
    await desk.get(RecordTrainingAttendance).execute(desk.trainer, { sessionId, attendeeIds: [desk.seller.employeeId], details });
    await remind();
    expect([...(await told(desk.trainer, sessionId)), ...(await told(desk.manager, sessionId))]).toEqual([]);
  });

  test('who owes his reflection is told, then his superior; another day ends the words and begins new ones', async () => {
    const sessionId = await desk.held([desk.seller]);
    await desk.get(OpenTrainingEvaluation).execute(desk.trainer, { sessionId, method: 'REFLECTION' });
    const { id } = await desk.taskOf(sessionId, desk.seller);
    await desk.pass(8);
    await remind();
    expect(await told(desk.seller, id)).toEqual(['EVALUATION LATE', 'EVALUATION SOON']);
    expect(await told(desk.manager, id)).toEqual(['EVALUATION LATE!']);
    await desk
      .get(ChangeEvaluation)
      .extend(desk.trainer, { taskId: id, dueOn: addDays(desk.platform.clock.today(), 1), reason: '出差，推迟一天' });
    await remind();
    expect(await told(desk.seller, id)).toEqual(['EVALUATION SOON']);
    expect(await told(desk.manager, id)).toEqual([]);
    await desk.get(ChangeEvaluation).excuse(desk.manager, { taskId: id, reason: '长期病假，无法完成' });
    await remind();
    expect(await told(desk.seller, id)).toEqual([]);
  });

  test('what the manager of sales owes himself is told to hr; what somebody who has left owed, to him', async () => {
    const gone = person('training', 'trainer');
    await seedPeople(desk.platform, [gone]);
    const [own, orphan] = [await raise(desk.manager), await raise(gone)];
    await desk.run((tx) => desk.platform.directory.deactivate(gone.employeeId, tx));
    await desk.pass(2);
    await remind();
    expect(await told(desk.manager, own)).toEqual(['IMPROVEMENT LATE', 'IMPROVEMENT SOON']);
    expect(await told(desk.hr, own)).toEqual(['IMPROVEMENT LATE!']);
    expect(await told(desk.manager, orphan)).toEqual(['IMPROVEMENT LATE', 'IMPROVEMENT SOON']);
    expect(await told(gone, orphan)).toEqual([]);
  });

  test('[5.8] what hr asked for is told to the manager of sales, when it is late to hr, until it is answered', async () => {
    const data = { employeeId: desk.seller.employeeId, topic: 'LAW' as const, reason: 'WEAK_SCORE' as const, aboutId: newId('apr') };
    await desk.inbox.receive(desk.source.handoff('plan-training', 'hr', { subject: data.employeeId, data }));
    const [request] = await desk.run((tx) => desk.get(TrainingRequests).openOf(data.employeeId, tx));
    const id = request?.id ?? '';
    await remind();
    expect(await told(desk.manager, id)).toEqual([]);
    await desk.pass(30);
    await remind();
    expect(await told(desk.manager, id)).toEqual(['REQUEST LATE', 'REQUEST SOON']);
    expect(await told(desk.hr, id)).toEqual(['REQUEST LATE!']);
    await desk.get(ReturnTrainingRequest).execute(desk.manager, { requestId: id, reason: '本季度无人可替岗，下季度安排' });
    await remind();
    expect([...(await told(desk.manager, id)), ...(await told(desk.hr, id))]).toEqual([]);
  });

  test('[6.4] a nomination on which no manager speaks is told to him ahead, when it is late to who is above him, until he speaks or it lapses', async () => {
    const [lead, who] = [person('risk', 'risk-manager'), person('risk', 'investigator')];
    await seedPeople(desk.platform, [lead]);
    await seedPeople(desk.platform, [who], lead.employeeId);
    const sessionId = await desk.planned(addDays(desk.platform.clock.today(), 30));
    const own = await desk.get(NominateForTraining).execute(who, { sessionId });
    const none = async () => {
      for (const by of [lead, who, desk.manager, desk.hr]) expect(await told(by, own)).toEqual([]);
    };
    await desk.pass(2);
    await remind();
    await none();
    await desk.pass(1);
    await remind();
    expect(await told(lead, own)).toEqual(['NOMINATION SOON']);
    await desk.pass(3);
    await remind();
    expect(await remind()).toBe(0);
    expect(await told(lead, own)).toEqual(['NOMINATION LATE', 'NOMINATION SOON']);
    expect(await told(desk.hr, own)).toEqual(['NOMINATION LATE!']);
    expect(await told(desk.manager, own)).toEqual([]);
    await desk.get(DecideNomination).execute(lead, { nominationId: own, isAccepted: true });
    await remind();
    await none();
  });

  test('a stopped pass tells nobody and goes on in the next', async () => {
    const sessionId = await desk.held([desk.seller], { heldOn: '2026-01-10' });
    expect(await desk.get(RemindOfTrainingDeadlines).execute({ isStopping: () => true })).toBe(0);
    await remind();
    expect(await told(desk.trainer, sessionId)).toEqual(['UNEVALUATED LATE', 'UNEVALUATED SOON']);
  });

  test('what the manager owes himself is told to whoever is above him, what a leaver owed is his superior’s; without a manager hr has it', async () => {
    const [head, lead, gone] = [person('risk', 'administrator'), person('risk', 'risk-manager'), person('risk', 'investigator')];
    await seedPeople(desk.platform, [head, lead]);
    await seedPeople(desk.platform, [desk.manager], head.employeeId);
    await seedPeople(desk.platform, [gone], lead.employeeId);
    const [own, orphan] = [await raise(desk.manager), await raise(gone)];
    await desk.run((tx) => desk.platform.directory.deactivate(gone.employeeId, tx));
    await desk.pass(2);
    await remind();
    expect(await told(desk.manager, own)).toEqual(['IMPROVEMENT LATE', 'IMPROVEMENT SOON']);
    expect(await told(head, own)).toEqual(['IMPROVEMENT LATE!']);
    expect(await told(desk.hr, own)).toEqual([]);
    expect(await told(lead, orphan)).toEqual(['IMPROVEMENT LATE', 'IMPROVEMENT SOON']);
    expect(await told(desk.manager, orphan)).toEqual(['IMPROVEMENT LATE!']);
    const last = await raise(desk.manager);
    for (const { employeeId } of [desk.manager, head]) await desk.run((tx) => desk.platform.directory.deactivate(employeeId, tx));
    await desk.pass(2);
    await remind();
    expect(await told(desk.hr, last)).toEqual(['IMPROVEMENT LATE', 'IMPROVEMENT SOON']);
    expect(await told(desk.compliance, last)).toEqual(['IMPROVEMENT LATE!']);
  });
});

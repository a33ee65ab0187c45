import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { handoffRows, sentMessages } from '@weilend/testing';
import { QUIET, TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { AskForJobMarks } from './ask-for-job-marks.use-case.js';
import { ChangeEvaluation } from './change-evaluation.use-case.js';
import { OpenTrainingEvaluation } from './open-training-evaluation.use-case.js';
import { RecordJobMark } from './record-job-mark.use-case.js';

let desk: TrainingDesk;
beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(() => desk.platform.stop());

async function opened(method: 'ON_THE_JOB', attendees: readonly EmployeeActor[]): Promise<string> {
  const sessionId = await desk.held(attendees);
  await desk.get(OpenTrainingEvaluation).execute(desk.trainer, { sessionId, method });
  return sessionId;
}

describe('[6.8] the mark of the work, one to three months later', () => {
  const asked = () => desk.get(AskForJobMarks).execute(QUIET);
  const outFor = async (sessionId: string) => (await handoffRows(desk.platform)).filter((row) => row.subject === sessionId);

  test('sales is asked once, when its time comes; its word completes the evaluation', async () => {
    const sessionId = await opened('ON_THE_JOB', [desk.seller]);
    await asked();
    expect(await outFor(sessionId)).toEqual([]);
    const { askOn, dueOn } = await desk.taskOf(sessionId, desk.seller);
    expect(askOn).toBe(addDays(dueOn, -14));
    await desk.pass(50);
    await asked();
    await asked();
    const [work, ...more] = await outFor(sessionId);
    expect(more).toEqual([]);
    const data = { sessionId, employeeId: desk.seller.employeeId, supervisorId: desk.manager.employeeId, dueOn };
    expect(work).toMatchObject({ type: 'mark-on-the-job', direction: 'out', to: 'sales', data });
    const result = { mark: 4, facts: '能独立说明综合融资成本', markedBy: desk.manager.employeeId };
    const word = { handoffId: work?._id ?? '', handoff: 'mark-on-the-job', at: desk.platform.clock.now().toISOString(), result };
    await desk.inbox.receive(desk.source.event('sales.handoff-completed.v1', sessionId, word, work?._id));
    expect(await desk.taskOf(sessionId, desk.seller)).toMatchObject({
      state: 'DONE',
      mark: 4,
      markReason: result.facts,
      markedBy: result.markedBy,
    });
    expect((await desk.session(sessionId)).state).toBe('EVALUATED');
  });

  test('returned by sales it is excused with that reason; a word on other work changes nothing', async () => {
    const sessionId = await opened('ON_THE_JOB', [desk.seller]);
    await desk.pass(50);
    await asked();
    const [work] = await outFor(sessionId);
    const base = {
      handoffId: work?._id ?? '',
      at: desk.platform.clock.now().toISOString(),
      code: 'JOB_MARK_PERSON_LEFT',
      reasons: ['已离职'],
    };
    await desk.inbox.receive(desk.source.event('sales.handoff-returned.v1', sessionId, { ...base, handoff: 'care-for-loan' }, work?._id));
    expect((await desk.taskOf(sessionId, desk.seller)).state).toBe('OWED');
    await desk.inbox.receive(desk.source.event('sales.handoff-returned.v1', sessionId, { ...base, handoff: 'mark-on-the-job' }, work?._id));
    expect(await desk.taskOf(sessionId, desk.seller)).toMatchObject({ state: 'EXCUSED', excuse: { reason: '已离职', by: null } });
  });

  test('a superior who can say nothing excuses nobody: the trainer has the question again, and sales is not asked twice', async () => {
    const sessionId = await opened('ON_THE_JOB', [desk.seller]);
    await desk.pass(50);
    await asked();
    const [work] = await outFor(sessionId);
    const word = { handoffId: work?._id ?? '', handoff: 'mark-on-the-job', at: desk.platform.clock.now().toISOString() };
    const back = { ...word, code: 'JOB_MARK_NOT_POSSIBLE', reasons: ['长期外派，无法观察'] };
    await desk.inbox.receive(desk.source.event('sales.handoff-returned.v1', sessionId, back, work?._id));
    const task = await desk.taskOf(sessionId, desk.seller);
    expect(task).toMatchObject({ state: 'OWED', handoffId: null, markReason: '长期外派，无法观察' });
    await asked();
    expect(await outFor(sessionId)).toHaveLength(1);
    const alone = { taskId: task.id, reason: '长期外派，无法观察' };
    await expect(desk.get(ChangeEvaluation).excuse(desk.trainer, alone)).rejects.toMatchObject({ code: 'EVALUATION_ALL_EXCUSED' });
    await desk.get(RecordJobMark).execute(desk.hr, { taskId: task.id, mark: 3, facts: '由项目组长书面说明' });
    expect((await desk.session(sessionId)).state).toBe('EVALUATED');
  });

  test('who is excused is not marked in sales any more: the question is called back', async () => {
    const sessionId = await opened('ON_THE_JOB', [desk.seller]);
    await desk.pass(50);
    await asked();
    const [work] = await outFor(sessionId);
    const { id: taskId } = await desk.taskOf(sessionId, desk.seller);
    await desk.get(ChangeEvaluation).excuse(desk.manager, { taskId, reason: '长期病假，无法观察' });
    const data = { sessionId, employeeId: desk.seller.employeeId, handoffId: work?._id, reason: '长期病假，无法观察' };
    expect((await sentMessages(desk.platform)).filter(({ type }) => type === 'training.job-mark-dropped.v1')).toMatchObject([{ data }]);
  });

  test('a superior outside of sales marks here, from its day on; others are refused with nothing changed', async () => {
    const sessionId = await opened('ON_THE_JOB', [desk.officer]);
    const { id: taskId } = await desk.taskOf(sessionId, desk.officer);
    const mark = (by: EmployeeActor) => desk.get(RecordJobMark).execute(by, { taskId, mark: 5, facts: '凭证审核没有差错' });
    await expect(mark(desk.hr)).rejects.toMatchObject({ code: 'JOB_MARK_TOO_EARLY' });
    await desk.pass(50);
    await asked();
    expect(await outFor(sessionId)).toEqual([]);
    const before = await desk.snapshot();
    await expect(mark(desk.manager)).rejects.toMatchObject({ code: 'SUPERVISOR_ONLY' });
    await expect(mark(desk.officer)).rejects.toMatchObject({ code: 'SUPERVISOR_ONLY' });
    expect(await desk.snapshot()).toBe(before);
    await mark(desk.hr);
    expect((await desk.session(sessionId)).state).toBe('EVALUATED');
    expect((await sentMessages(desk.platform)).at(-1)).toMatchObject({ type: 'training.evaluated.v1', subject: sessionId });
  });

  test('in sales it is not marked here', async () => {
    const sessionId = await opened('ON_THE_JOB', [desk.seller]);
    await desk.pass(50);
    await asked();
    const { id: taskId } = await desk.taskOf(sessionId, desk.seller);
    await expect(desk.get(RecordJobMark).execute(desk.manager, { taskId, mark: 5, facts: '工作认真负责' })).rejects.toMatchObject({
      code: 'JOB_MARK_IN_SALES',
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, sentTypes } from '@weilend/testing';
import { QUIET, TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import { ExamAttempts, ExamPapers } from '../../persistence/exam/exam.repository.js';
import { KnowledgeStandings } from '../../persistence/knowledge/knowledge.repository.js';
import { EndExams } from './end-exams.use-case.js';
import { StartExamAttempt } from './start-exam-attempt.use-case.js';
import { TakeExam } from './take-exam.use-case.js';

let desk: TrainingDesk;
beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(() => desk.platform.stop());

const attempt = (id: string): Promise<ExamAttempt> => desk.run((tx) => desk.get(ExamAttempts).get(id, tx));
const end = () => desk.get(EndExams).execute(QUIET);

async function start(sessionId: string, by: EmployeeActor = desk.seller): Promise<string> {
  return desk.get(StartExamAttempt).execute(by, { taskId: (await desk.taskOf(sessionId, by)).id });
}

/** Answers every question rightly, or those of some kinds. */
async function answerRight(
  attemptId: string,
  kinds: readonly string[] = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE'],
  by = desk.seller,
) {
  const { items, paperId } = await attempt(attemptId);
  const paper = await desk.run((tx) => desk.get(ExamPapers).get(paperId, tx));
  for (const [place, { item, choices }] of items.entries()) {
    const asked = paper.items[item];
    if (!asked || !kinds.includes(asked.kind)) continue;
    await desk.get(TakeExam).answer(by, { attemptId, place, chosen: asked.correct.map((one) => choices.indexOf(one)) });
  }
}

describe('[6.8] an exam', () => {
  test('is answered one by one, resumed after a break, handed in and scored; the last result evaluates the training', async () => {
    const sessionId = await desk.examined();
    const attemptId = await start(sessionId);
    await answerRight(attemptId, ['SINGLE_CHOICE']);
    await desk.pass(0, 10);
    expect(await start(sessionId)).toBe(attemptId);
    expect((await attempt(attemptId)).items.filter((one) => one.answer !== null)).toHaveLength(1);
    await answerRight(attemptId, ['MULTIPLE_CHOICE', 'TRUE_FALSE']);
    await desk.get(TakeExam).submit(desk.seller, { attemptId });
    expect(await attempt(attemptId)).toMatchObject({ state: 'SUBMITTED', points: 10, totalPoints: 10, passed: true });
    expect(await desk.taskOf(sessionId, desk.seller)).toMatchObject({ state: 'DONE', mark: 100, passed: true });
    expect((await desk.session(sessionId)).state).toBe('HELD');
    const second = await start(sessionId, desk.second);
    await answerRight(second, undefined, desk.second);
    await desk.get(TakeExam).submit(desk.second, { attemptId: second });
    expect(await desk.session(sessionId)).toMatchObject({
      state: 'EVALUATED',
      evaluation: { method: 'EXAM', results: [{ mark: 100 }, { mark: 100 }] },
    });
    expect((await sentTypes(desk.platform)).at(-1)).toBe('training.evaluated.v1');
  });

  test('[7.7] a passed exam proves that the topic is known', async () => {
    const standing = await desk.run((tx) => desk.get(KnowledgeStandings).ofTopic(desk.seller.employeeId, 'LAW', tx));
    expect(standing).toMatchObject({ required: false, proof: { kind: 'EXAM' } });
  });

  test('two attempts and two people have their own order', async () => {
    const orders = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const sessionId = await desk.examined();
      for (const by of [desk.seller, desk.second]) orders.add(JSON.stringify((await attempt(await start(sessionId, by))).items));
    }
    expect(orders.size).toBeGreaterThan(4);
  });
});

describe('[6.8] the time is over', () => {
  test('an answer and handing in are refused with nothing changed; what was saved is handed in by itself', async () => {
    const sessionId = await desk.examined({ minutes: 20 });
    const attemptId = await start(sessionId);
    await answerRight(attemptId, ['MULTIPLE_CHOICE']);
    await desk.pass(0, 20);
    const before = await desk.snapshot();
    const open = (await attempt(attemptId)).items.findIndex((one) => one.answer === null);
    await expect(desk.get(TakeExam).answer(desk.seller, { attemptId, place: open, chosen: [0] })).rejects.toMatchObject({
      code: 'EXAM_TIME_OVER',
    });
    await expect(desk.get(TakeExam).submit(desk.seller, { attemptId })).rejects.toMatchObject({ code: 'EXAM_TIME_OVER' });
    await expect(start(sessionId)).rejects.toMatchObject({ code: 'EXAM_ATTEMPT_ENDING' });
    expect(await desk.snapshot()).toBe(before);
    expect(await end()).toBeGreaterThan(0);
    const ended = await attempt(attemptId);
    expect(ended).toMatchObject({ state: 'SUBMITTED', submittedBy: 'TIME', submittedAt: ended.dueAt, points: 4, passed: false });
    expect(await desk.taskOf(sessionId, desk.seller)).toMatchObject({ state: 'OWED', mark: 40, passed: false });
  });

  test('a second look changes nothing', async () => {
    const before = await desk.snapshot();
    expect(await end()).toBe(0);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[6.8] refused with nothing changed', () => {
  test.each<[string, (given: { attemptId: string; sessionId: string }) => Promise<unknown>, string]>([
    ['an answer to what is answered', ({ attemptId }) => answerRight(attemptId, ['TRUE_FALSE']), 'EXAM_QUESTION_ANSWERED'],
    [
      'an answer that is no choice',
      ({ attemptId }) => desk.get(TakeExam).answer(desk.seller, { attemptId, place: 0, chosen: [9] }),
      'EXAM_ANSWER_INVALID',
    ],
    [
      'an answer by a colleague',
      ({ attemptId }) => desk.get(TakeExam).answer(desk.second, { attemptId, place: 0, chosen: [0] }),
      'EXAM_NOT_YOURS',
    ],
    ['handing in by his manager', ({ attemptId }) => desk.get(TakeExam).submit(desk.manager, { attemptId }), 'EXAM_NOT_YOURS'],
    ['an attempt that is none', () => desk.get(TakeExam).submit(desk.seller, { attemptId: newId('exa') }), 'NOT_FOUND'],
    [
      'starting for a colleague',
      async ({ sessionId }) => desk.get(StartExamAttempt).execute(desk.second, { taskId: (await desk.taskOf(sessionId, desk.seller)).id }),
      'EXAM_NOT_YOURS',
    ],
  ])('%s', async (_name, act, code) => {
    const sessionId = await desk.examined();
    const attemptId = await start(sessionId);
    await answerRight(attemptId, ['TRUE_FALSE']);
    const before = await desk.snapshot();
    await expect(act({ attemptId, sessionId })).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  test('handing in twice, an answer afterwards, a second attempt too early, a third', async () => {
    const sessionId = await desk.examined();
    const attemptId = await start(sessionId);
    await answerRight(attemptId, ['TRUE_FALSE']);
    await desk.get(TakeExam).submit(desk.seller, { attemptId });
    const before = await desk.snapshot();
    await expect(desk.get(TakeExam).submit(desk.seller, { attemptId })).rejects.toMatchObject({ code: 'EXAM_ALREADY_SUBMITTED' });
    await expect(answerRight(attemptId)).rejects.toMatchObject({ code: 'EXAM_ALREADY_SUBMITTED' });
    await expect(start(sessionId)).rejects.toMatchObject({ code: 'EXAM_RETAKE_TOO_EARLY' });
    expect(await desk.snapshot()).toBe(before);
    await desk.pass(3);
    const second = await start(sessionId);
    await answerRight(second, ['SINGLE_CHOICE']);
    await desk.get(TakeExam).submit(desk.seller, { attemptId: second });
    expect(await desk.taskOf(sessionId, desk.seller)).toMatchObject({ state: 'DONE', mark: 30, passed: false });
    await expect(start(sessionId)).rejects.toMatchObject({ code: 'EXAM_NOT_OPEN' });
  });

  test('an exam whose last day has passed; with an attempt it is settled by the best, without one it stays owed', async () => {
    const sessionId = await desk.examined();
    const attemptId = await start(sessionId);
    await answerRight(attemptId, ['MULTIPLE_CHOICE']);
    await desk.get(TakeExam).submit(desk.seller, { attemptId });
    await desk.pass(8);
    await expect(start(sessionId, desk.second)).rejects.toMatchObject({ code: 'EXAM_NOT_OPEN' });
    await end();
    expect(await desk.taskOf(sessionId, desk.seller)).toMatchObject({ state: 'DONE', mark: 40, passed: false });
    expect(await desk.taskOf(sessionId, desk.second)).toMatchObject({ state: 'OWED' });
  });

  test('the same start by two requests at once is one attempt', async () => {
    const sessionId = await desk.examined();
    const ids = await Promise.all([start(sessionId), start(sessionId)]);
    expect(new Set(ids).size).toBe(1);
  });

  test('a stranger has no exam here', async () => {
    const sessionId = await desk.examined();
    const [task] = await desk.tasks(sessionId);
    await expect(desk.get(StartExamAttempt).execute(person('sales', 'salesperson'), { taskId: task?.id ?? '' })).rejects.toMatchObject({
      code: 'EXAM_NOT_YOURS',
    });
  });
});

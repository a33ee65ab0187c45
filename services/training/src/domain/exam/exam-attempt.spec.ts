import { describe, expect, test } from '@jest/globals';
import { addMs, parseLocalDate } from '@weilend/kernel';
import { answerQuestion, isRight, markOf, nextAttempt, startAttempt, submitAtTime, submitAttempt } from './exam-attempt.js';
import type { ExamAttempt } from './exam-attempt.js';
import type { ExamPaper, PaperItem } from './exam-paper.js';

const start = new Date('2026-03-02T02:00:00Z');
const item = (questionId: string, kind: PaperItem['kind'], correct: readonly number[], points: number): PaperItem => ({
  ...{ questionId, revision: 1, topic: 'LAW', difficulty: 'EASY', kind, text: questionId, correct, points, explanation: '见教材' },
  choices: kind === 'TRUE_FALSE' ? ['正确', '错误'] : ['甲', '乙', '丙', '丁'],
});
const paper: ExamPaper = {
  ...{ id: 'epp_1', version: 1, title: '法规', rules: [], minutes: 30, passPercent: 60, mostAttempts: 2, retakeAfterDays: 3, seed: 1 },
  items: [item('a', 'SINGLE_CHOICE', [2], 3), item('b', 'MULTIPLE_CHOICE', [0, 3], 4), item('c', 'TRUE_FALSE', [1], 3)],
  ...{ totalPoints: 10, state: 'ACTIVE', drawnBy: 'emp_t', drawnAt: start },
};
const facts = { id: 'exa_1', taskId: 'tev_1', sessionId: 'trs_1', employeeId: 'emp_a', seed: 11, startedAt: start };
const running = startAttempt(facts, paper, []);
const minute = (of: number) => addMs(start, of * 60_000);

/** Answers a question of the paper by its right or other places, wherever it is shown. */
function answered(
  attempt: ExamAttempt,
  question: number,
  places: readonly number[],
  how: { at?: Date; replace?: boolean } = {},
): ExamAttempt {
  const { at = minute(5), replace = false } = how;
  const place = attempt.items.findIndex((one) => one.item === question);
  const chosen = places.map((one) => attempt.items[place]?.choices.indexOf(one) ?? -1);
  return answerQuestion(attempt, paper, { place, chosen, replace }, at);
}

describe('[6.8] each attempt has its own order', () => {
  test('kept, whole, from the seed', () => {
    expect(running.items.map((one) => one.item).sort()).toEqual([0, 1, 2]);
    for (const one of running.items) expect([...one.choices].sort()).toEqual(paper.items[one.item]?.choices.map((_, place) => place));
    expect(startAttempt(facts, paper, []).items).toEqual(running.items);
    const orders = Array.from({ length: 60 }, (_, seed) => JSON.stringify(startAttempt({ ...facts, seed }, paper, []).items));
    expect(new Set(orders).size).toBeGreaterThan(20);
  });
});

describe('[6.8] answers one by one, until the time is over', () => {
  test('a saved answer is kept; it may be replaced when that is said', () => {
    const once = answered(running, 0, [1]);
    expect(() => answered(once, 0, [2])).toThrow('EXAM_QUESTION_ANSWERED');
    const twice = answered(once, 0, [2], { at: minute(6), replace: true });
    expect(twice.items.find((one) => one.item === 0)).toMatchObject({ answer: [2], answeredAt: minute(6) });
  });

  test.each<[string, { place: number; chosen: number[] }]>([
    ['to a question that was not asked', { place: 3, chosen: [0] }],
    ['before the first question', { place: -1, chosen: [0] }],
    ['of nothing', { place: 0, chosen: [] }],
    ['of a choice that was not given', { place: 0, chosen: [9] }],
    ['of a choice twice', { place: running.items.findIndex((one) => one.item === 1), chosen: [1, 1] }],
    ['of two where one is asked for', { place: running.items.findIndex((one) => one.item === 0), chosen: [0, 1] }],
    ['true and false', { place: running.items.findIndex((one) => one.item === 2), chosen: [0, 1] }],
  ])('refused: an answer %s', (_name, given) => {
    expect(() => answerQuestion(running, paper, { ...given, replace: false }, minute(1))).toThrow('EXAM_ANSWER_INVALID');
  });

  test.each([30, 31, 600])('refused: %s minutes after the start of 30', (after) => {
    expect(() => answered(running, 0, [2], { at: minute(after) })).toThrow('EXAM_TIME_OVER');
    expect(() => submitAttempt(running, paper, minute(after))).toThrow('EXAM_TIME_OVER');
  });

  test('the last moment counts', () => {
    expect(answered(running, 0, [2], { at: addMs(running.dueAt, -1) }).items.some((one) => one.answer)).toBe(true);
  });

  test('handed in once', () => {
    const done = submitAttempt(running, paper, minute(5));
    expect(() => submitAttempt(done, paper, minute(6))).toThrow('EXAM_ALREADY_SUBMITTED');
    expect(() => answered(done, 0, [2], { at: minute(6) })).toThrow('EXAM_ALREADY_SUBMITTED');
  });

  test('what was saved is handed in at the time, not before and not twice', () => {
    const saved = answered(running, 1, [3, 0]);
    expect(submitAtTime(saved, paper, addMs(saved.dueAt, -1))).toBe(saved);
    const done = submitAtTime(saved, paper, minute(400));
    expect(done).toMatchObject({ state: 'SUBMITTED', submittedBy: 'TIME', submittedAt: saved.dueAt, points: 4, passed: false });
    expect(submitAtTime(done, paper, minute(500))).toBe(done);
  });
});

describe('[6.8] scored exactly', () => {
  test.each<[string, readonly (readonly [number, readonly number[]])[], number, boolean]>([
    ['nothing answered', [], 0, false],
    [
      'all right',
      [
        [0, [2]],
        [1, [0, 3]],
        [2, [1]],
      ],
      10,
      true,
    ],
    [
      'exactly the pass mark',
      [
        [0, [2]],
        [2, [1]],
      ],
      6,
      true,
    ],
    ['a point below it', [[1, [0, 3]]], 4, false],
    ['part of several gives nothing', [[1, [0]]], 0, false],
    ['more than the right ones gives nothing', [[1, [0, 1, 3]]], 0, false],
    [
      'all wrong',
      [
        [0, [0]],
        [1, [1, 2]],
        [2, [0]],
      ],
      0,
      false,
    ],
  ])('%s', (_name, answers, points, passed) => {
    const attempt = answers.reduce((sum, [question, places]) => answered(sum, question, places), running);
    expect(submitAttempt(attempt, paper, minute(20))).toMatchObject({ points, passed, submittedBy: 'CANDIDATE' });
  });

  test('the pass mark is decided on whole points: two of three is below 67 percent', () => {
    const three = {
      ...paper,
      passPercent: 67,
      totalPoints: 3,
      items: [item('a', 'SINGLE_CHOICE', [0], 2), item('b', 'SINGLE_CHOICE', [0], 1)],
    };
    const attempt = startAttempt(facts, three, []);
    const place = attempt.items.findIndex((one) => one.item === 0);
    const chosen = [attempt.items[place]?.choices.indexOf(0) ?? -1];
    const saved = answerQuestion(attempt, three, { place, chosen, replace: false }, minute(1));
    expect(submitAttempt(saved, three, minute(2))).toMatchObject({ points: 2, passed: false });
    expect(markOf(2, 3)).toBe(66.67);
  });

  test.each([
    [0, 7, 0],
    [7, 7, 100],
    [1, 3, 33.33],
    [1, 8, 12.5],
    [1, 800, 0.13],
  ])('%s of %s points read %s', (points, total, mark) => {
    expect(markOf(points, total)).toBe(mark);
  });

  test('an unanswered question is not right', () => {
    expect(isRight(item('a', 'SINGLE_CHOICE', [0], 1), null)).toBe(false);
  });
});

describe('[6.8] a second attempt', () => {
  const failed = submitAttempt(running, paper, minute(5));
  const later = (day: string, earlier: readonly ExamAttempt[]) =>
    startAttempt({ ...facts, id: 'exa_2', startedAt: new Date(`${day}T02:00:00Z`) }, paper, earlier);

  test('waits for its day', () => {
    expect(nextAttempt(paper, [failed])).toBe(parseLocalDate('2026-03-05'));
    expect(() => later('2026-03-04', [failed])).toThrow('EXAM_RETAKE_TOO_EARLY');
    expect(later('2026-03-05', [failed])).toMatchObject({ attemptNo: 2, state: 'RUNNING' });
  });

  test('the day is counted in Shanghai', () => {
    // 16:30 UTC is half past midnight of the next day there.
    expect(startAttempt({ ...facts, startedAt: new Date('2026-03-04T16:30:00Z') }, paper, [failed]).attemptNo).toBe(2);
  });

  test('there is no third of two, and none after passing', () => {
    expect(() => later('2026-04-01', [failed, { ...failed, attemptNo: 2 }])).toThrow('EXAM_ATTEMPTS_USED');
    expect(() => later('2026-04-01', [{ ...failed, passed: true }])).toThrow('EXAM_ATTEMPTS_USED');
  });
});

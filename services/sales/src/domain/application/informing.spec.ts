import { expect, test } from '@jest/globals';
import { completeTask, openTask } from './informing.js';
import type { InformingTask, InformingTopic } from './informing.js';

const at = (minute: number) => new Date(minute * 60_000);
const task = (id: string, topic: InformingTopic, minute: number, about = 'dec_1'): InformingTask => ({
  id,
  about,
  topic,
  openedAt: at(minute),
  dueAt: at(99),
  done: null,
});
const informed = { by: 'emp_1', at: at(5), how: 'PHONE' as const, note: null, evidence: null };

test('[2.11] one task for each piece of news, in the order of the news', () => {
  const late = openTask([], task('a', 'DISBURSED', 9, 'lon_1'));
  const both = openTask(late, task('b', 'APPROVED', 3));
  expect(both.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(openTask(both, task('c', 'APPROVED', 4))).toBe(both);
  expect(openTask(both, task('c', 'APPROVED', 4, 'dec_2'))).toHaveLength(3);
});

test('[2.11] a task is done once, with who, when and how', () => {
  const done = completeTask(openTask([], task('a', 'REJECTED', 1)), 'a', informed);
  expect(done[0]?.done).toEqual(informed);
  expect(() => completeTask(done, 'a', informed)).toThrow(expect.objectContaining({ code: 'TASK_UNKNOWN' }));
  expect(() => completeTask([], 'a', informed)).toThrow(expect.objectContaining({ code: 'TASK_UNKNOWN', field: 'taskId' }));
});

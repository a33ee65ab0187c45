import { DomainError } from '@weilend/kernel';

// The customer is told how his application goes (进度反馈): each step that concerns him is a task for the salesperson, done when it is
// written down who told him, when and how. A rejection must be told within the time that the committee gave.

export const INFORMING_TOPICS = [
  'RETURNED',
  'APPROVED',
  'CONDITIONALLY_APPROVED',
  'REJECTED',
  'DISBURSED',
  'REVERSED',
  'LAPSED',
  'CANCELLED',
] as const;
export type InformingTopic = (typeof INFORMING_TOPICS)[number];
export const INFORMING_WAYS = ['PHONE', 'IN_PERSON', 'MESSAGE', 'LETTER'] as const;
export type InformingWay = (typeof INFORMING_WAYS)[number];

export interface Informed {
  readonly by: string;
  readonly at: Date;
  readonly how: InformingWay;
  readonly note: string | null;
  /** A file that shows it: the letter, a picture of the message. */
  readonly evidence: { readonly fileId: string; readonly sha256: string } | null;
}

export interface InformingTask {
  readonly id: string;
  /** Decision, round or loan that the news is about: one task for each piece of news. */
  readonly about: string;
  readonly topic: InformingTopic;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly done: Informed | null;
}

/** Opens a task once per topic and subject; tasks stand in the order of their news. */
export function openTask(tasks: readonly InformingTask[], task: InformingTask): readonly InformingTask[] {
  if (tasks.some((one) => one.topic === task.topic && one.about === task.about)) return tasks;
  return [...tasks, task].sort(
    (a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (`${a.topic} ${a.about}` < `${b.topic} ${b.about}` ? -1 : 1),
  );
}

/** Closes an open task. Throws DomainError TASK_UNKNOWN for one that is done or does not exist. */
export function completeTask(tasks: readonly InformingTask[], taskId: string, done: Informed): readonly InformingTask[] {
  const task = tasks.find((one) => one.id === taskId && one.done === null);
  if (!task) throw new DomainError('TASK_UNKNOWN', { taskId }, 'taskId');
  return tasks.map((one) => (one === task ? { ...one, done } : one));
}

import type { Evaluation, TrainingSession } from '../session/training-session.js';
import { completeEvaluation } from '../session/training-session.js';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { isSettled } from './evaluation-task.js';
import type { EvaluationTask } from './evaluation-task.js';

// A training is evaluated when everybody who attended has a result or a stated excuse, by whatever method it was opened [6.7, 6.8]; until
// then it cannot be closed. Where nobody at all has a result, excuses would take the place of the evaluation: then the last one is not for the
// trainer to give.

/** The training as evaluated, or null while somebody still owes something. */
export function evaluatedByTasks(session: TrainingSession, tasks: readonly EvaluationTask[], today: LocalDate): TrainingSession | null {
  const [first] = tasks;
  if (!first || session.state !== 'HELD' || !tasks.every(isSettled)) return null;
  const results = tasks.map(({ employeeId, mark, text, excuse }) => ({ employeeId, mark, text, excuse: excuse?.reason ?? null }));
  const evaluation: Evaluation = { method: first.method, results, improvements: [], evaluatedOn: today };
  return completeEvaluation(session, evaluation);
}

export interface Excuser {
  readonly by: string;
  /** Looks after the training without leading it: the manager of sales, or hr. */
  readonly isManager: boolean;
}

/**
 * Throws EVALUATION_ALL_EXCUSED when this excuse would leave a training without a single result, and whoever gives it led the training, opened
 * the evaluation, or is no manager. Who has left the company has no result and needs nobody's excuse.
 */
export function refuseNobodyEvaluated(
  session: Pick<TrainingSession, 'trainerId'>,
  tasks: readonly EvaluationTask[],
  { excused, by, isManager }: Excuser & { readonly excused: string },
): void {
  const others = tasks.filter(({ id }) => id !== excused);
  if (others.some(({ state }) => state !== 'EXCUSED')) return;
  const isApart = isManager && by !== session.trainerId && tasks.every(({ openedBy }) => openedBy !== by);
  if (!isApart) throw new DomainError('EVALUATION_ALL_EXCUSED', {}, 'taskId');
}

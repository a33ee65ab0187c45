import type { Evaluation, TrainingSession } from '../session/training-session.js';
import { completeEvaluation } from '../session/training-session.js';
import type { LocalDate } from '@weilend/kernel';
import { isSettled } from './evaluation-task.js';
import type { EvaluationTask } from './evaluation-task.js';

// A training is evaluated when everybody who attended has a result or a stated excuse, by whatever method it was opened [6.7, 6.8]; until
// then it cannot be closed.

/** The training as evaluated, or null while somebody still owes something. */
export function evaluatedByTasks(session: TrainingSession, tasks: readonly EvaluationTask[], today: LocalDate): TrainingSession | null {
  const [first] = tasks;
  if (!first || session.state !== 'HELD' || !tasks.every(isSettled)) return null;
  const results = tasks.map(({ employeeId, mark, text, excuse }) => ({ employeeId, mark, text, excuse: excuse?.reason ?? null }));
  const evaluation: Evaluation = { method: first.method, results, improvements: [], evaluatedOn: today };
  return completeEvaluation(session, evaluation);
}

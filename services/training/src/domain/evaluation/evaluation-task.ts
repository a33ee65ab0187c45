import { addDays, businessDateOf, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { EvaluationMethod, TrainingSession } from '../session/training-session.js';
import { writtenWords } from '../written-words.js';
import { checkDay } from './evaluation-day.js';
import { evaluationTaskMachine } from './evaluation-task.machine.js';
import type { TaskState } from './evaluation-task.machine.js';

/**
 * What one attendee owes after a training (评估任务): an exam, a reflection (培训心得), or his superior's mark of how he works some months
 * later, each until a day [6.7, 6.8]. It ends with a result or with a stated excuse; when all of a training have ended, the training is
 * evaluated.
 */
export interface Excuse {
  readonly reason: string;
  /** Null when nobody decided it: the person has left. */
  readonly by: string | null;
  readonly at: Date;
}

/** Another day that somebody was given, and why. */
export interface Extension {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface EvaluationTask {
  readonly id: string;
  readonly version: number;
  readonly sessionId: string;
  readonly employeeId: string;
  readonly method: EvaluationMethod;
  readonly state: TaskState;
  readonly dueOn: LocalDate;
  /** The same day while something is owed, otherwise null: what the lists and reminders of deadlines read. */
  readonly owedOn: LocalDate | null;
  readonly openedBy: string;
  readonly openedAt: Date;
  /** EXAM only. */
  readonly paperId: string | null;
  /** ON_THE_JOB only: who marks, from when he is asked, and the work given to his department. */
  readonly supervisorId: string | null;
  readonly askOn: LocalDate | null;
  readonly handoffId: string | null;
  /** REFLECTION: what the attendee wrote. */
  readonly text: string | null;
  readonly handedInAt: Date | null;
  /** EXAM and REFLECTION 0 to 100, ON_THE_JOB 1 to 5. */
  readonly mark: number | null;
  readonly passed: boolean | null;
  readonly markReason: string | null;
  readonly markedBy: string | null;
  readonly settledAt: Date | null;
  readonly excuse: Excuse | null;
  /** Absent in what was opened before extensions had reasons. */
  readonly extensions?: readonly Extension[];
}

export interface TaskOpening {
  readonly id: string;
  readonly sessionId: string;
  readonly employeeId: string;
  readonly method: EvaluationMethod;
  readonly dueOn: LocalDate;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly paperId?: string | null;
  readonly supervisorId?: string | null;
  readonly askOn?: LocalDate | null;
}

export interface HandingIn {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  readonly today: LocalDate;
  /** Characters. */
  readonly atLeast: number;
  /** Until when it is to be marked. */
  readonly markBy: LocalDate;
}

export interface TaskResult {
  readonly mark: number;
  readonly passed: boolean | null;
  readonly reason: string | null;
  /** Null when a machine scored it. */
  readonly by: string | null;
  readonly at: Date;
}

/** A reflection that is not good enough is marked too; it is sent back when it says nothing to the matter. */
const MOST_MARK = { EXAM: 100, REFLECTION: 100, ON_THE_JOB: 5 } as const;
const LEAST_MARK = { EXAM: 0, REFLECTION: 0, ON_THE_JOB: 1 } as const;

export function openTask(opening: TaskOpening): EvaluationTask {
  return {
    ...{ version: 0, paperId: null, supervisorId: null, askOn: null, ...opening },
    ...{ state: evaluationTaskMachine.initial, owedOn: opening.dueOn, handoffId: null, text: null, handedInAt: null, mark: null },
    ...{ passed: null, markReason: null, markedBy: null, settledAt: null, excuse: null, extensions: [] },
  };
}

/** Who attended neither opens his own evaluation, so that he does not choose his exam, nor enters its results. */
export function refuseAttendee({ attendeeIds }: Pick<TrainingSession, 'attendeeIds'>, employeeId: string): void {
  if (attendeeIds.includes(employeeId)) throw new DomainError('EVALUATION_OPENED_BY_ATTENDEE', {}, 'sessionId');
}

export const isSettled = ({ state }: Pick<EvaluationTask, 'state'>): boolean => evaluationTaskMachine.isFinal(state);

/** The attendee hands his reflection in, in time, in at least so many characters and in words of his own. */
export function handIn(task: EvaluationTask, given: HandingIn): EvaluationTask {
  refuseOther(task, 'REFLECTION');
  if (given.by !== task.employeeId) throw new DomainError('REFLECTION_NOT_YOURS', {}, 'taskId');
  const state = evaluationTaskMachine.next(task.state, 'handIn');
  if (given.today > task.dueOn) throw new DomainError('REFLECTION_TOO_LATE', { dueOn: task.dueOn }, 'taskId');
  return { ...task, state, owedOn: given.markBy, text: writtenWords(given.text, 'text', given.atLeast), handedInAt: given.at };
}

/** The mark that somebody else than the attendee gives, with the reason in words. */
export function judge(task: EvaluationTask, result: TaskResult & { readonly reason: string }): EvaluationTask {
  return settle(task, { ...result, reason: writtenWords(result.reason, 'reason') });
}

/** The result of a task: what was scored, or what another department marked. */
export function settle(task: EvaluationTask, result: TaskResult): EvaluationTask {
  const { method } = task;
  if (task.method === 'REFLECTION' && task.state === 'OWED') throw new DomainError('REFLECTION_NOT_HANDED_IN', {}, 'taskId');
  const state = evaluationTaskMachine.next(task.state, 'settle');
  if (result.by === task.employeeId) throw new DomainError('EVALUATION_OF_ONESELF', {}, 'taskId');
  if (!(result.mark >= LEAST_MARK[method] && result.mark <= MOST_MARK[method]))
    throw new DomainError('EVALUATION_MARK_INVALID', { least: LEAST_MARK[method], most: MOST_MARK[method] }, 'mark');
  const { mark, passed, reason: markReason, by: markedBy, at: settledAt } = result;
  return { ...task, state, owedOn: null, mark, passed, markReason, markedBy, settledAt };
}

/** An exam that was not passed and may be tried again: the best mark so far stands beside what is owed. */
export function noteFailed(task: EvaluationTask, mark: number): EvaluationTask {
  return { ...task, mark, passed: false };
}

export interface OtherDay {
  readonly dueOn: LocalDate;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** Days after the opening. */
  readonly longest: number;
}

/** A reflection that says nothing to the matter goes back with the reason, and is owed until another day. */
export function sendBack(task: EvaluationTask, given: OtherDay): EvaluationTask {
  refuseOther(task, 'REFLECTION');
  const state = evaluationTaskMachine.next(task.state, 'sendBack');
  if (given.by === task.employeeId) throw new DomainError('EVALUATION_OF_ONESELF', {}, 'taskId');
  checkOtherDay(task, given);
  const { dueOn, by: markedBy } = given;
  return { ...task, state, dueOn, owedOn: dueOn, markReason: writtenWords(given.reason, 'reason'), markedBy };
}

/** No result, and why: long illness, left the company. Nobody excuses himself. */
export function excuse(task: EvaluationTask, given: Excuse): EvaluationTask {
  const state = evaluationTaskMachine.next(task.state, 'excuse');
  if (given.by === task.employeeId) throw new DomainError('EVALUATION_OF_ONESELF', {}, 'taskId');
  const reason = given.by === null ? given.reason : writtenWords(given.reason, 'reason');
  return { ...task, state, owedOn: null, settledAt: given.at, excuse: { ...given, reason } };
}

/** The superior can say nothing: the question comes back to the trainer, who excuses with a reason or has somebody else mark the work. */
export function giveBack(task: EvaluationTask, reason: string): EvaluationTask {
  refuseOther(task, 'ON_THE_JOB');
  return { ...task, handoffId: null, askOn: null, markReason: reason };
}

/** Who has to do the next step: the attendee, his superior, or the trainer who marks and to whom questions come back; null for nobody yet. */
export function taskOwner(
  task: Pick<EvaluationTask, 'method' | 'state' | 'markReason' | 'supervisorId' | 'openedBy' | 'employeeId'>,
): string | null {
  if (task.state === 'HANDED_IN') return task.openedBy;
  if (task.method !== 'ON_THE_JOB') return task.employeeId;
  return task.markReason ? task.openedBy : task.supervisorId;
}

/** The superior was asked: by work given to his department, or on the list that he reads here. */
export function asked(task: EvaluationTask, by: { readonly supervisorId: string; readonly handoffId: string | null }): EvaluationTask {
  return { ...task, askOn: null, ...by };
}

/** The mark on the job by the superior himself, not before a month of work can be seen; `standsIn` may when he cannot. */
export function markOnTheJob(
  task: EvaluationTask,
  result: TaskResult & { readonly reason: string },
  given: { readonly today: LocalDate; readonly standsIn: boolean },
): EvaluationTask {
  refuseOther(task, 'ON_THE_JOB');
  if (task.handoffId !== null) throw new DomainError('JOB_MARK_IN_SALES', {}, 'taskId');
  if (task.askOn !== null && given.today < task.askOn) throw new DomainError('JOB_MARK_TOO_EARLY', { askOn: task.askOn }, 'taskId');
  if (result.by !== task.supervisorId && !given.standsIn)
    throw new DomainError('SUPERVISOR_ONLY', { supervisorId: task.supervisorId ?? '' }, 'taskId');
  return judge(task, result);
}

/** Another day until which something is owed, with the reason; a mark on the job keeps its day, which its months decide. */
export function extend(task: EvaluationTask, given: OtherDay): EvaluationTask {
  if (isSettled(task)) throw new DomainError('EVALUATION_SETTLED', { employeeId: task.employeeId }, 'taskId');
  if (task.method === 'ON_THE_JOB') throw new DomainError('EVALUATION_METHOD_OTHER', { method: task.method }, 'taskId');
  if (given.by === task.employeeId) throw new DomainError('EVALUATION_OF_ONESELF', {}, 'taskId');
  const { dueOn, by, at } = given;
  checkOtherDay(task, given);
  const extension = { from: task.dueOn, to: dueOn, reason: writtenWords(given.reason, 'reason'), by, at };
  return { ...task, dueOn, owedOn: dueOn, extensions: [...(task.extensions ?? []), extension] };
}

export function refuseOther({ method }: EvaluationTask, wanted: EvaluationMethod): void {
  if (method !== wanted) throw new DomainError('EVALUATION_METHOD_OTHER', { method }, 'taskId');
}

function checkOtherDay({ openedAt }: EvaluationTask, { dueOn, at, longest }: OtherDay): void {
  checkDay(dueOn, { today: businessDateOf(at), latest: addDays(businessDateOf(openedAt), longest) });
}

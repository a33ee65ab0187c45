import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { noteFailed, settle } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { markOf, nextAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamPaper } from '../../domain/exam/exam-paper.js';
import { ExamAttempts, ExamPapers } from '../../persistence/exam/exam.repository.js';
import { EvaluationDesk } from '../evaluation/evaluation-desk.js';

/** Keeps attempts, and settles an exam when it is passed or no further attempt is left [6.8]. */
@Injectable()
export class ExamDesk {
  constructor(
    readonly attempts: ExamAttempts,
    readonly papers: ExamPapers,
    readonly evaluations: EvaluationDesk,
  ) {}

  async paperOf(attempt: Pick<ExamAttempt, 'paperId'>, tx: Tx): Promise<ExamPaper> {
    return this.papers.get(attempt.paperId, tx);
  }

  /** Saves an attempt that was handed in. */
  async submitted(attempt: ExamAttempt, paper: ExamPaper, tx: Tx): Promise<void> {
    await this.attempts.save(attempt, tx);
    const all = await this.attempts.ofTask(attempt.taskId, tx);
    const task = await this.evaluations.tasks.get(attempt.taskId, tx);
    if (task.state !== 'OWED') return;
    if (nextAttempt(paper, all) === null) await this.settleBest(task, all, tx);
    else await this.evaluations.tasks.save(noteFailed(task, markOfBest(bestOf(all))), tx);
  }

  /** The result of an exam is the best of its attempts. */
  async settleBest(task: EvaluationTask, attempts: readonly ExamAttempt[], tx: Tx): Promise<void> {
    const best = bestOf(attempts);
    const passed = attempts.some((one) => one.passed === true);
    const result = { mark: markOfBest(best), passed, reason: null, by: null, at: best.submittedAt ?? best.dueAt };
    await this.evaluations.settled(settle(task, result), tx);
  }
}

const bestOf = (attempts: readonly ExamAttempt[]): ExamAttempt =>
  attempts.reduce((one, other) => ((other.points ?? 0) > (one.points ?? 0) ? other : one));

const markOfBest = ({ points, totalPoints }: ExamAttempt): number => markOf(points ?? 0, totalPoints);

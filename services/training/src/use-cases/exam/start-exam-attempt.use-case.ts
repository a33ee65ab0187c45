import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { refuseOther } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { startAttempt } from '../../domain/exam/exam-attempt.js';
import { SEEDS } from '../../domain/exam/seeded-order.js';
import { ExamDesk } from './exam-desk.js';

export interface StartExamAttemptRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
}

/** The candidate starts his exam, or goes on with the attempt that runs: his answers are there, and the time goes on [6.8]. */
@Injectable()
export class StartExamAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ExamDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: StartExamAttemptRequest): Promise<string> {
    return this.work.once({ operation: 'start-exam-attempt', actor, input }, async (tx) => {
      const task = await this.owed(employeeIdOf(actor), input.taskId, tx);
      const earlier = await this.desk.attempts.ofTask(task.id, tx);
      const running = earlier.find(({ state }) => state === 'RUNNING');
      const now = this.clock.now();
      if (running && now < running.dueAt) return running.id;
      // Its end is a fact that the next look of the job writes down, with its result; until then there is no next attempt.
      if (running) throw new DomainError('EXAM_ATTEMPT_ENDING', { dueAt: running.dueAt.toISOString() }, 'taskId');
      if (this.clock.today() > task.dueOn) throw new DomainError('EXAM_NOT_OPEN', { dueOn: task.dueOn }, 'taskId');
      const paper = await this.desk.papers.get(task.paperId ?? '', tx);
      const { sessionId, employeeId } = task;
      const facts = { id: newId('exa'), taskId: task.id, sessionId, employeeId, seed: randomInt(SEEDS), startedAt: now };
      const attempt = startAttempt(facts, paper, earlier);
      // Started twice at once, the second has to see the first and go on with it.
      await this.desk.evaluations.tasks.lock(task.id, tx);
      return (await this.desk.attempts.insert(attempt, tx)).id;
    });
  }

  private async owed(employeeId: string, taskId: string, tx: Tx): Promise<EvaluationTask> {
    const task = await this.desk.evaluations.tasks.get(taskId, tx);
    refuseOther(task, 'EXAM');
    if (task.employeeId !== employeeId) throw new DomainError('EXAM_NOT_YOURS', {}, 'taskId');
    if (task.state !== 'OWED') throw new DomainError('EXAM_NOT_OPEN', { dueOn: task.dueOn }, 'taskId');
    return task;
  }
}

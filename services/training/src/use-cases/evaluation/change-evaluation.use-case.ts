import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { refuseNobodyEvaluated } from '../../domain/evaluation/complete-evaluation.js';
import { excuse, extend } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';
import { EvaluationPolicy } from './evaluation-policy.js';

export interface ExcuseFromEvaluationRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly reason: string;
}

export interface ExtendEvaluationRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly dueOn: LocalDate;
  readonly reason?: string | null;
}

const MANAGERS = ['sales-manager', 'hr-manager'];

/** Excuses an attendee from the evaluation, or gives him another day, each with a stated reason [6.7]. */
@Injectable()
export class ChangeEvaluation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly policy: EvaluationPolicy,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  excuse(actor: Actor, input: ExcuseFromEvaluationRequest): Promise<string> {
    return this.work.once({ operation: 'excuse-from-evaluation', actor, input }, async (tx) => {
      const task = await this.desk.tasks.get(input.taskId, tx);
      const excused = excuse(task, { reason: input.reason, by: employeeIdOf(actor), at: this.clock.now() });
      await this.refuseNobody(actor, task, tx);
      await this.desk.settled(excused, tx);
      // Sales was asked for his mark: nobody has to give it any more.
      if (task.handoffId !== null) {
        const { sessionId, employeeId, handoffId } = task;
        const dropped = { sessionId, employeeId, handoffId, reason: excused.excuse?.reason ?? '' };
        await this.outbox.add(event('training.job-mark-dropped.v1', sessionId, dropped), tx);
      }
      return task.id;
    });
  }

  extend(actor: Actor, input: ExtendEvaluationRequest): Promise<string> {
    return this.work.once({ operation: 'extend-evaluation', actor, input }, async (tx) => {
      const task = await this.desk.tasks.get(input.taskId, tx);
      const { longest } = await this.policy.days(this.clock.today());
      const given = { dueOn: input.dueOn, reason: input.reason ?? '', by: employeeIdOf(actor), at: this.clock.now(), longest };
      return (await this.desk.tasks.save(extend(task, given), tx)).id;
    });
  }

  /** Of the last two excused at once, the second has to see the first. */
  private async refuseNobody(actor: Actor, { id, sessionId }: EvaluationTask, tx: Tx): Promise<void> {
    await this.desk.sessions.lock(sessionId, tx);
    const session = await this.desk.sessions.get(sessionId, tx);
    const isManager = actor.kind === 'employee' && actor.roles.some((role) => MANAGERS.includes(role));
    const by = { excused: id, by: employeeIdOf(actor), isManager };
    refuseNobodyEvaluated(session, await this.desk.tasks.ofSession(sessionId, tx), by);
  }
}

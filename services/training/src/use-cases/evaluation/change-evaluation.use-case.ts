import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { excuse, extend } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';

export interface ExcuseFromEvaluationRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly reason: string;
}

export interface ExtendEvaluationRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly dueOn: LocalDate;
}

/** Excuses an attendee from the evaluation with a stated reason, or gives him another day [6.7]. */
@Injectable()
export class ChangeEvaluation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly clock: BusinessClock,
  ) {}

  excuse(actor: Actor, input: ExcuseFromEvaluationRequest): Promise<string> {
    return this.work.once({ operation: 'excuse-from-evaluation', actor, input }, async (tx) => {
      const task = await this.desk.tasks.get(input.taskId, tx);
      await this.desk.settled(excuse(task, { reason: input.reason, by: employeeIdOf(actor), at: this.clock.now() }), tx);
      return task.id;
    });
  }

  extend(actor: Actor, input: ExtendEvaluationRequest): Promise<string> {
    return this.work.once({ operation: 'extend-evaluation', actor, input }, async (tx) => {
      const task = await this.desk.tasks.get(input.taskId, tx);
      const given = { dueOn: input.dueOn, by: employeeIdOf(actor), today: this.clock.today() };
      return (await this.desk.tasks.save(extend(task, given), tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { markOnTheJob } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';

export interface RecordJobMarkRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly mark: number;
  readonly facts: string;
}

/** A superior outside of sales marks here how his person works since the training; hr stands in when there is no superior [6.8]. */
@Injectable()
export class RecordJobMark {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordJobMarkRequest): Promise<string> {
    return this.work.once({ operation: 'record-job-mark', actor, input }, async (tx) => {
      const task = await this.desk.tasks.get(input.taskId, tx);
      const result = { mark: input.mark, passed: null, reason: input.facts, by: employeeIdOf(actor), at: this.clock.now() };
      const standsIn = actor.kind === 'employee' && actor.roles.includes('hr-manager');
      await this.desk.settled(markOnTheJob(task, result, { today: this.clock.today(), standsIn }), tx);
      return task.id;
    });
  }
}

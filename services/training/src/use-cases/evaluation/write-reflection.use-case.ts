import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { handIn, judge, refuseOther, sendBack } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';
import { EvaluationPolicy } from './evaluation-policy.js';

export interface HandInReflectionRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly text: string;
}

export interface MarkReflectionRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  /** None sends it back. */
  readonly mark?: number | null;
  readonly reason: string;
  /** Until when it is to be written again; by the policy when none is named. */
  readonly dueOn?: LocalDate | null;
}

/** The attendee writes what he takes from a training; trainer or manager marks it with the reason, or sends it back [6.8]. */
@Injectable()
export class WriteReflection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly policy: EvaluationPolicy,
    private readonly clock: BusinessClock,
  ) {}

  handIn(actor: Actor, input: HandInReflectionRequest): Promise<string> {
    return this.work.once({ operation: 'hand-in-reflection', actor, input }, async (tx) => {
      const today = this.clock.today();
      const task = await this.desk.tasks.get(input.taskId, tx);
      const { reflectionWithin } = await this.policy.days(today);
      const when = { at: this.clock.now(), today, markBy: addDays(today, reflectionWithin) };
      const given = { text: input.text, by: employeeIdOf(actor), atLeast: await this.policy.reflectionLeast(today), ...when };
      return (await this.desk.tasks.save(handIn(task, given), tx)).id;
    });
  }

  mark(actor: Actor, input: MarkReflectionRequest): Promise<string> {
    return this.work.once({ operation: 'mark-reflection', actor, input }, async (tx) => {
      const task = await this.desk.tasks.get(input.taskId, tx);
      refuseOther(task, 'REFLECTION');
      const { mark, reason } = input;
      const by = employeeIdOf(actor);
      if (mark === null || mark === undefined) {
        const today = this.clock.today();
        const { reflectionWithin, longest } = await this.policy.days(today);
        const dueOn = input.dueOn ?? addDays(today, reflectionWithin);
        return (await this.desk.tasks.save(sendBack(task, { reason, by, dueOn, longest, at: this.clock.now() }), tx)).id;
      }
      await this.desk.settled(judge(task, { mark, passed: null, reason, by, at: this.clock.now() }), tx);
      return task.id;
    });
  }
}

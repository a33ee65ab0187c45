import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { giveJobMark, returnJobMark } from '../../domain/team/job-mark.js';
import type { JobMarkAct } from '../../domain/team/job-mark.js';
import { JobMarks } from '../../persistence/team/job-mark.repository.js';

export interface MarkOnTheJobRequest {
  readonly requestKey?: string | null;
  readonly jobMarkId: string;
  readonly mark: number;
  readonly facts: readonly string[];
}

export interface ReturnJobMarkRequest {
  readonly requestKey?: string | null;
  readonly jobMarkId: string;
  readonly reason: string;
}

/** The superior marks how somebody works since a training, which completes training's work for us; or sends it back [6.8]. */
@Injectable()
export class MarkOnTheJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly marks: JobMarks,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: MarkOnTheJobRequest): Promise<string> {
    return this.work.once({ operation: 'mark-on-the-job', actor, input }, async (tx) => {
      const given = { mark: input.mark, facts: input.facts };
      const marked = giveJobMark(await this.marks.get(input.jobMarkId, tx), given, this.act(actor));
      await this.marks.save(marked, tx);
      const result = { mark: given.mark, facts: marked.facts.join('\n'), markedBy: employeeIdOf(actor) };
      await this.handoffs.complete(marked.handoffId, result, tx);
      return marked.id;
    });
  }

  sendBack(actor: Actor, input: ReturnJobMarkRequest): Promise<string> {
    return this.work.once({ operation: 'return-job-mark', actor, input }, async (tx) => {
      const returned = returnJobMark(await this.marks.get(input.jobMarkId, tx), input.reason, this.act(actor));
      await this.marks.save(returned, tx);
      const refusal = { code: 'JOB_MARK_NOT_POSSIBLE', reasons: [returned.returnReason ?? ''] };
      await this.handoffs.returnToSender(returned.handoffId, refusal, tx);
      return returned.id;
    });
  }

  private act(actor: Actor): JobMarkAct {
    const isManager = actor.kind === 'employee' && actor.roles.includes('sales-manager');
    return { by: employeeIdOf(actor), at: this.clock.now(), isManager };
  }
}

import { Injectable } from '@nestjs/common';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { excuse, isSettled, settle } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';

const HANDOFF = 'mark-on-the-job';

/** What sales said to a mark on the job: a fact, never refused; one that comes after an excuse changes nothing [6.8]. */
@Injectable()
export class NoteJobMark {
  constructor(private readonly desk: EvaluationDesk) {}

  marked({ data }: EventMessage<'sales.handoff-completed.v1'>, tx: Tx): Promise<void> {
    const { mark, facts, markedBy } = data.result;
    const result = { mark: Number(mark), passed: null, reason: String(facts), by: String(markedBy), at: new Date(data.at) };
    return this.note(data, (task) => settle(task, result), tx);
  }

  returned({ data }: EventMessage<'sales.handoff-returned.v1'>, tx: Tx): Promise<void> {
    const reason = data.reasons.join('; ') || data.code;
    return this.note(data, (task) => excuse(task, { reason, by: null, at: new Date(data.at) }), tx);
  }

  private async note(
    { handoff, handoffId }: { readonly handoff: string; readonly handoffId: string },
    end: (task: EvaluationTask) => EvaluationTask,
    tx: Tx,
  ): Promise<void> {
    if (handoff !== HANDOFF) return;
    const task = await this.desk.tasks.ofHandoff(handoffId, tx);
    if (task && !isSettled(task)) await this.desk.settled(end(task), tx);
  }
}

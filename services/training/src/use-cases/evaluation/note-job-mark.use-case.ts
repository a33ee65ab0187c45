import { Injectable } from '@nestjs/common';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { excuse, giveBack, isSettled, settle } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';

const HANDOFF = 'mark-on-the-job';
const PERSON_LEFT = 'JOB_MARK_PERSON_LEFT';

/**
 * What sales said to a mark on the job: a fact, never refused; one that comes after an excuse changes nothing [6.8]. A superior who can say
 * nothing excuses nobody: the question comes back to the trainer. Only who has left owes nothing more.
 */
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
    const end = (task: EvaluationTask) =>
      data.code === PERSON_LEFT ? excuse(task, { reason, by: null, at: new Date(data.at) }) : giveBack(task, reason);
    return this.note(data, end, tx);
  }

  private async note(
    { handoff, handoffId }: { readonly handoff: string; readonly handoffId: string },
    end: (task: EvaluationTask) => EvaluationTask,
    tx: Tx,
  ): Promise<void> {
    if (handoff !== HANDOFF) return;
    const task = await this.desk.tasks.ofHandoff(handoffId, tx);
    if (!task || isSettled(task)) return;
    const ended = end(task);
    if (isSettled(ended)) await this.desk.settled(ended, tx);
    else await this.desk.tasks.save(ended, tx);
  }
}

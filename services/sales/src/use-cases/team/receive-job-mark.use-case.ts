import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId, parseLocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { endJobMark, receiveJobMark } from '../../domain/team/job-mark.js';
import { JobMarks } from '../../persistence/team/job-mark.repository.js';

/** Training asks how somebody works since a training; about somebody who has left, or leaves before he is marked, it goes back [6.8]. */
@Injectable()
export class ReceiveJobMark {
  constructor(
    private readonly marks: JobMarks,
    private readonly directory: EmployeeDirectory,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async receive({ handoffId, data }: HandoffMessage<'mark-on-the-job'>, tx: Tx): Promise<void> {
    const { sessionId, employeeId, supervisorId } = data;
    const person = await this.directory.find(employeeId, tx);
    if (person && !person.active) throw new DomainError('JOB_MARK_PERSON_LEFT', { employeeId });
    const asked = { id: newId('ojm'), handoffId, sessionId, employeeId, supervisorId, dueOn: parseLocalDate(data.dueOn) };
    await this.marks.insert(receiveJobMark({ ...asked, receivedAt: this.clock.now() }), tx);
  }

  /** Training asks no more: the person was excused. A question that was answered meanwhile stays answered. */
  async dropped({ handoffId, reason }: { readonly handoffId: string; readonly reason: string }, tx: Tx): Promise<void> {
    const asked = await this.marks.ofHandoff(handoffId, tx);
    if (asked?.state !== 'OPEN') return;
    await this.marks.save(endJobMark(asked, reason, this.clock.now()), tx);
    await this.handoffs.recall(handoffId, reason, tx);
  }

  /** Somebody has left. */
  async left(employeeId: string, tx: Tx): Promise<void> {
    for (const asked of await this.marks.openAbout(employeeId, tx)) {
      const reason = `${employeeId} has left (已离职)`;
      await this.marks.save(endJobMark(asked, reason, this.clock.now()), tx);
      await this.handoffs.returnToSender(asked.handoffId, { code: 'JOB_MARK_PERSON_LEFT', reasons: [reason] }, tx);
    }
  }
}

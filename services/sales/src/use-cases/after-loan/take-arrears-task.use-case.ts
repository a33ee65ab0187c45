import { Injectable } from '@nestjs/common';
import { newId, parseLocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { isClearedSince, openArrearsTask } from '../../domain/after-loan/arrears-task.js';
import { ArrearsClearances } from '../../persistence/after-loan/arrears-clearance.repository.js';
import { ArrearsTasks } from '../../persistence/after-loan/arrears-task.repository.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { WorkingDeadlines } from '../working-deadlines.js';

/** A customer is late: a task of whose customer he is, under the file by which he goes on [7.4]. */
@Injectable()
export class TakeArrearsTask {
  constructor(
    private readonly tasks: ArrearsTasks,
    private readonly clearances: ArrearsClearances,
    private readonly customers: Customers,
    private readonly applications: Applications,
    private readonly deadlines: WorkingDeadlines,
    private readonly handoffs: Handoffs,
  ) {}

  /** A customer whom sales does not have sends the handoff back with its code; a loan that is no more, or not late any more, ends it at once. */
  async apply({ data, handoffId, time }: HandoffMessage<'work-arrears'>, tx: Tx): Promise<void> {
    const named = await this.customers.get(data.customerId, tx);
    const { id: customerId, ownerId } = named.merged ? await this.customers.get(named.merged.intoId, tx) : named;
    const application = await this.applications.find(data.applicationId, tx);
    if (application?.facts.reversed?.loanId === data.loanId) return this.handoffs.recall(handoffId, 'the payment was taken back', tx);
    const { caseId, loanId, applicationId, step, daysPastDue, overdueFen } = data;
    const openedAt = new Date(time);
    const cleared = await this.clearances.find(loanId, tx);
    if (cleared && isClearedSince(cleared, openedAt)) return this.handoffs.recall(handoffId, cleared.reason, tx);
    const late = { step, overdueSince: parseLocalDate(data.overdueSince), daysPastDue, overdueFen };
    const opened = { openedAt, dueAt: await this.deadlines.dueAt('deadline.work-arrears', openedAt) };
    const about = { id: newId('art'), handoffId, caseId, loanId, applicationId, customerId, ownerId };
    await this.tasks.insert(openArrearsTask({ ...about, ...late, ...opened }), tx);
  }
}

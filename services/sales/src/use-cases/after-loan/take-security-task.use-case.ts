import { Injectable } from '@nestjs/common';
import { BusinessClock, newId, parseLocalDate } from '@weilend/kernel';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { openSecurityTask } from '../../domain/after-loan/security-task.js';
import { SecurityTasks } from '../../persistence/after-loan/security-task.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

/** Risk wants more security of a customer: a task of whose customer he is, under the file by which he goes on [7.4]. */
@Injectable()
export class TakeSecurityTask {
  constructor(
    private readonly tasks: SecurityTasks,
    private readonly customers: Customers,
    private readonly clock: BusinessClock,
  ) {}

  /** A customer whom sales does not have sends the handoff back with its code. */
  async apply({ data, handoffId }: HandoffMessage<'apply-sales-measure'>, tx: Tx): Promise<void> {
    const named = await this.customers.get(data.customerId, tx);
    const { id: customerId, ownerId } = named.merged ? await this.customers.get(named.merged.intoId, tx) : named;
    const { measureId, alertId, applicationId, loanId, reason } = data;
    const of = { measureId, alertId, handoffId, customerId, applicationId, loanId, ownerId, reason };
    const opened = { id: newId('stk'), dueOn: parseLocalDate(data.dueOn), openedAt: this.clock.now() };
    await this.tasks.insert(openSecurityTask({ ...of, ...opened }), tx);
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { recalled } from '../../domain/after-loan/arrears-task.js';
import { ArrearsClearances } from '../../persistence/after-loan/arrears-clearance.repository.js';
import { ArrearsTasks } from '../../persistence/after-loan/arrears-task.repository.js';

/** Nothing of a loan is late any more: nobody has to be called about it, and finance's handoffs end with it [7.4]. */
@Injectable()
export class RecallArrearsTasks {
  constructor(
    private readonly tasks: ArrearsTasks,
    private readonly clearances: ArrearsClearances,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async repaid({ data, time }: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    if (data.overdueFen === 0) await this.clear(data.loanId, { reason: 'what was late is paid', clearedAt: new Date(time) }, tx);
  }

  async statusChanged({ data, time }: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    if (data.bucket === 'CURRENT')
      await this.clear(data.loanId, { reason: 'the loan is not late any more', clearedAt: new Date(time) }, tx);
  }

  async reversed({ data }: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    await this.recall(data.loanId, 'the payment was taken back', tx);
  }

  /** Noted even when no task is open: the work may still be on its way. */
  private async clear(loanId: string, heard: { readonly reason: string; readonly clearedAt: Date }, tx: Tx): Promise<void> {
    await this.clearances.note({ id: loanId, ...heard }, tx);
    await this.recall(loanId, heard.reason, tx);
  }

  private async recall(loanId: string, reason: string, tx: Tx): Promise<void> {
    for (const task of await this.tasks.openOf(loanId, tx)) {
      await this.tasks.save(recalled(task, reason, this.clock.now()), tx);
      if (await this.handoffs.isOpen(task.handoffId, tx)) await this.handoffs.recall(task.handoffId, reason, tx);
    }
  }
}

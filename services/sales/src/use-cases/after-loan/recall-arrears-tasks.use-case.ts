import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { recalled } from '../../domain/after-loan/arrears-task.js';
import { ArrearsTasks } from '../../persistence/after-loan/arrears-task.repository.js';

/** Nothing of a loan is late any more: nobody has to be called about it, and finance's handoffs end with it [7.4]. */
@Injectable()
export class RecallArrearsTasks {
  constructor(
    private readonly tasks: ArrearsTasks,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async repaid({ data }: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    if (data.overdueFen === 0) await this.recall(data.loanId, 'what was late is paid', tx);
  }

  async statusChanged({ data }: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    if (data.bucket === 'CURRENT') await this.recall(data.loanId, 'the loan is not late any more', tx);
  }

  async reversed({ data }: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    await this.recall(data.loanId, 'the payment was taken back', tx);
  }

  private async recall(loanId: string, reason: string, tx: Tx): Promise<void> {
    for (const task of await this.tasks.openOf(loanId, tx)) {
      await this.tasks.save(recalled(task, reason, this.clock.now()), tx);
      if (await this.handoffs.isOpen(task.handoffId, tx)) await this.handoffs.recall(task.handoffId, reason, tx);
    }
  }
}

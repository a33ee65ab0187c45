import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { HandoffMessage } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { chosenFrom } from '../../domain/customer/portfolio.js';
import { PortfolioDesk } from './portfolio-desk.js';

export interface TransferPortfolioRequest {
  readonly requestKey?: string | null;
  /** Who left, or who gives some of his customers away. */
  readonly fromEmployeeId: string;
  readonly toEmployeeId: string;
  /** All of his customers and open leads when left out, which only somebody who left gives away. */
  readonly customerIds?: readonly string[] | null;
  readonly reason: string;
}

/**
 * Gives customers to a colleague: all that somebody who left had, open leads too, or chosen ones of anybody; hr's work is done when everything of
 * the leaver has an owner [2.13].
 */
@Injectable()
export class TransferPortfolio {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PortfolioDesk,
  ) {}

  execute(actor: Actor, input: TransferPortfolioRequest): Promise<string> {
    return this.work.once({ operation: 'transfer-portfolio', actor, input }, async (tx) => {
      const { fromEmployeeId: leaverId, toEmployeeId: to, customerIds } = input;
      const reason = requireReason(input.reason);
      if (!customerIds && !(await this.desk.isOwed(leaverId, tx)))
        throw new DomainError('PORTFOLIO_NOT_OWED', { employeeId: leaverId }, 'fromEmployeeId');
      await this.desk.requireColleague(to, tx);
      const leads = customerIds ? 0 : await this.desk.holdings.giveLeads({ from: leaverId, to }, tx);
      const owned = await this.desk.customers.idsOfOwner(leaverId, tx);
      if (owned.length > 0 || leads === 0) await this.desk.move(chosenFrom(owned, customerIds ?? null), { from: leaverId, to, reason }, tx);
      await this.desk.settle(leaverId, tx);
      return leaverId;
    });
  }

  /** Hr says that somebody left; without customers there is nothing to do. */
  receive({ data }: HandoffMessage<'transfer-portfolio'>, tx: Tx): Promise<void> {
    return this.desk.settle(data.employeeId, tx);
  }
}

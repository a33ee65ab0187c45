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
  /** Who left. */
  readonly fromEmployeeId: string;
  readonly toEmployeeId: string;
  /** All of his customers when left out. */
  readonly customerIds?: readonly string[] | null;
  readonly reason: string;
}

/** Gives the customers of somebody who left to a colleague, all or some; hr's work is done when every one has an owner [2.13]. */
@Injectable()
export class TransferPortfolio {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PortfolioDesk,
  ) {}

  execute(actor: Actor, input: TransferPortfolioRequest): Promise<string> {
    return this.work.once({ operation: 'transfer-portfolio', actor, input }, async (tx) => {
      const { fromEmployeeId: leaverId, toEmployeeId: ownerId } = input;
      const reason = requireReason(input.reason);
      if (!(await this.desk.isOwed(leaverId, tx))) throw new DomainError('PORTFOLIO_NOT_OWED', { employeeId: leaverId }, 'fromEmployeeId');
      await this.desk.requireColleague(ownerId, tx);
      const chosen = chosenFrom(await this.desk.customers.ofOwner(leaverId, tx), input.customerIds ?? null);
      for (const customer of chosen) await this.desk.move(customer, { ownerId, reason }, tx);
      await this.desk.settle(leaverId, tx);
      return leaverId;
    });
  }

  /** Hr says that somebody left; without customers there is nothing to do. */
  receive({ data }: HandoffMessage<'transfer-portfolio'>, tx: Tx): Promise<void> {
    return this.desk.settle(data.employeeId, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { HandoffMessage } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { chosenFrom } from '../../domain/customer/portfolio.js';
import { PortfolioDesk } from './portfolio-desk.js';
import type { HandedBy } from './portfolio-desk.js';

export interface TransferPortfolioRequest {
  readonly requestKey?: string | null;
  /** Who left, or who gives some of his customers away. */
  readonly fromEmployeeId: string;
  readonly toEmployeeId: string;
  /** All of his customers, open leads and work when left out, a portion in each call, which only somebody who left gives away. */
  readonly customerIds?: readonly string[] | null;
  readonly reason: string;
}

export interface TransferredPortfolio {
  readonly leaverId: string;
  /** Customers, leads and pieces of work that this call has moved. */
  readonly moved: number;
  /** Those that are still with him: call again until there are none. */
  readonly left: number;
}

/** So much in one transaction that it is over in seconds; who has more is given away in portions. */
const MOST_AT_ONCE = 200;

/**
 * Gives customers to a colleague: all that somebody who left had, and whatever else he had in hand, a portion in each call; or chosen ones of
 * anybody. A portion is moved as a whole or not at all, and what was moved is not his any more: the next call goes on, whatever happened in
 * between. Hr's work is done when nothing of the leaver is left [2.13].
 */
@Injectable()
export class TransferPortfolio {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PortfolioDesk,
  ) {}

  execute(actor: Actor, input: TransferPortfolioRequest): Promise<TransferredPortfolio> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'transfer-portfolio', actor, input }, async (tx) => {
      const { fromEmployeeId: leaverId, toEmployeeId: to, customerIds: named } = input;
      const handing = { from: leaverId, to, reason: requireReason(input.reason), by };
      if (!named && !(await this.desk.isOwed(leaverId, tx)))
        throw new DomainError('PORTFOLIO_NOT_OWED', { employeeId: leaverId }, 'fromEmployeeId');
      await this.desk.requireColleague(to, tx);
      const moved = await (named ? this.chosen(named, handing, tx) : this.portion(handing, tx));
      await this.desk.settle(leaverId, tx);
      return { leaverId, moved, left: named ? 0 : await this.desk.leavers.left(leaverId, tx) };
    });
  }

  /** Hr says that somebody left; without customers and work there is nothing to do. */
  receive({ data }: HandoffMessage<'transfer-portfolio'>, tx: Tx): Promise<void> {
    return this.desk.settle(data.employeeId, tx);
  }

  private async chosen(named: readonly string[], handing: HandedBy, tx: Tx): Promise<number> {
    if (named.length > MOST_AT_ONCE) throw new DomainError('PORTFOLIO_TOO_LARGE', { most: MOST_AT_ONCE }, 'customerIds');
    const owned = await this.desk.leavers.customersOf(handing.from, { among: named, limit: MOST_AT_ONCE }, tx);
    const chosen = chosenFrom(owned, named);
    await this.desk.move(chosen, handing, tx);
    return chosen.length;
  }

  /** Customers with everything that is done for them first, then leads, then what is left in his hands for customers of others. */
  private async portion(handing: HandedBy, tx: Tx): Promise<number> {
    const { leavers, handover, care } = this.desk;
    const owned = await leavers.customersOf(handing.from, { limit: MOST_AT_ONCE }, tx);
    await this.desk.move(owned, handing, tx);
    let moved = owned.length;
    for (const give of [
      (limit: number) => handover.holdings.giveLeads(handing, limit, tx),
      (limit: number) => care.followRest(handing, limit, tx),
      (limit: number) => handover.giveRest(handing, limit, tx),
    ])
      if (moved < MOST_AT_ONCE) moved += await give(MOST_AT_ONCE - moved);
    if (moved === 0) throw new DomainError('PORTFOLIO_EMPTY', {}, 'customerIds');
    return moved;
  }
}

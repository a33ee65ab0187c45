import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Applications } from '../../persistence/application/application.repository.js';
import { CustomerHoldings } from '../../persistence/customer/customer-holdings.js';
import type { Handing } from '../../persistence/customer/customer-holdings.js';
import { LeaverWork } from '../../persistence/customer/leaver-work.repository.js';

type Hands = Pick<Handing, 'from' | 'to'>;

/** Gives work to another salesperson, and says so of each application that the committee may know: who serves it may ask for a second look [2.13, 4.12]. */
@Injectable()
export class WorkHandover {
  constructor(
    readonly holdings: CustomerHoldings,
    private readonly leavers: LeaverWork,
    private readonly applications: Applications,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Files of customers with everything that is done for them. */
  async giveCustomers(customerIds: readonly string[], handing: Omit<Handing, 'since'>, tx: Tx): Promise<void> {
    const { from, to, reason } = handing;
    const given = await this.holdings.giveCustomers(customerIds, { from, to, reason, since: this.clock.today() }, tx);
    await this.announce(given, handing, tx);
  }

  /** Only what is done for customers, without their files. */
  async giveWork(customerIds: readonly string[], hands: Hands, tx: Tx): Promise<void> {
    await this.announce(await this.holdings.giveWork(customerIds, hands, tx), hands, tx);
  }

  /** What somebody has in hand for customers of others, at most `limit` rows; how many. */
  async giveRest(hands: Hands, limit: number, tx: Tx): Promise<number> {
    const { given, applications } = await this.leavers.giveRest(hands, limit, tx);
    await this.announce(applications, hands, tx);
    return given;
  }

  private async announce(applicationIds: readonly string[], { from, to }: Hands, tx: Tx): Promise<void> {
    for (const { id, customerId } of await this.applications.handedIn(applicationIds, tx)) {
      const whose = { applicationId: id, customerId, formerSalespersonId: from, salespersonId: to };
      await this.outbox.add(event('sales.application-transferred.v1', id, { ...whose, transferredOn: this.clock.today() }), tx);
    }
  }
}

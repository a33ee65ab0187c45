import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { waitBeforeAskingMs } from '../../domain/disbursement/bank-answer.js';
import { noteSent } from '../../domain/disbursement/order.js';
import { checkFree } from '../../domain/disbursement/payment-batch.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { PayeeAccounts } from '../../persistence/payee-account.repository.js';
import { FreezeBook } from '../freeze-book.js';
import { requestOf } from './payment-channel.port.js';
import type { PaymentRequest } from './payment-channel.port.js';

/** A payment that is held is looked at again after this. */
const HELD_MS = 60_000;

/** The last look before money leaves [4.19, 7.4]. */
@Injectable()
export class PaymentSending {
  constructor(
    private readonly database: Database,
    private readonly orders: DisbursementOrders,
    private readonly accounts: PayeeAccounts,
    private readonly freezes: FreezeBook,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Notes that the payment is sent and gives the request; from here on only the bank's answer decides. Null while risk has frozen the borrower: the
   * payment keeps its place and its reserved amount. Throws DomainError ORDER_IN_BATCH for one that is held in a batch.
   */
  async prepare(orderId: string, tx: Tx): Promise<PaymentRequest | null> {
    const order = await this.orders.get(orderId, tx);
    // Put into a batch since it was found due: it goes out with the batch.
    if (order.askAt === null) checkFree(order);
    if (await this.freezes.holds(order.customerId, tx)) {
      await this.orders.save({ ...order, askAt: await this.in(HELD_MS) }, tx);
      return null;
    }
    const account = await this.accounts.get(order.payeeAccountId, tx);
    const askAt = await this.in(waitBeforeAskingMs(order.payment.queries));
    await this.orders.save({ ...order, ...noteSent(order, this.clock.today()), askAt }, tx);
    return requestOf(order, account);
  }

  /** Database time, because leases and polls compare with it. */
  private async in(ms: number): Promise<Date> {
    return new Date((await this.database.now()).getTime() + ms);
  }
}

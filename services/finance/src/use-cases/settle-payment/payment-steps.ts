import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { nextStep, waitBeforeAskingMs } from '../../domain/disbursement/bank-answer.js';
import type { BankAnswer, NextStep } from '../../domain/disbursement/bank-answer.js';
import { noteQueried } from '../../domain/disbursement/order.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { OrderEnd } from '../order-end.js';
import type { PaymentRequest } from './payment-channel.port.js';
import { PaymentSending } from './payment-sending.js';
import { PostDisbursement } from './post-disbursement.js';

/** What is written before and after a call to the bank, each in one transaction. */
@Injectable()
export class PaymentSteps {
  constructor(
    private readonly database: Database,
    private readonly orders: DisbursementOrders,
    private readonly sending: PaymentSending,
    private readonly post: PostDisbursement,
    private readonly end: OrderEnd,
  ) {}

  async next(orderId: string, tx: Tx): Promise<NextStep> {
    return nextStep((await this.orders.get(orderId, tx)).state);
  }

  /** As `PaymentSending.prepare`. */
  prepare(orderId: string, tx: Tx): Promise<PaymentRequest | null> {
    return this.sending.prepare(orderId, tx);
  }

  /** Posts, gives back, or asks again later. A payment that another process settled meanwhile is left alone: its answer was the same. */
  async settle(orderId: string, answer: BankAnswer, tx: Tx): Promise<void> {
    const order = await this.orders.get(orderId, tx);
    if (order.state !== 'SENT') return;
    if (answer.kind === 'PAID') return this.post.apply(order, answer.reference, tx);
    if (answer.kind === 'REFUSED') return this.end.giveBack(order, { code: 'PAYMENT_REFUSED_BY_BANK', reason: answer.reason }, tx);
    const asked = noteQueried(order);
    await this.orders.save({ ...order, ...asked, askAt: await this.later(asked.payment.queries) }, tx);
  }

  /** Database time, because leases and polls compare with it. */
  private async later(queries: number): Promise<Date> {
    return new Date((await this.database.now()).getTime() + waitBeforeAskingMs(queries));
  }
}

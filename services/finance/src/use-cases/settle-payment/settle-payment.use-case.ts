import { Injectable } from '@nestjs/common';
import { isId } from '@weilend/kernel';
import { Leases, UnitOfWork } from '@weilend/mongo';
import type { Lease, Tx } from '@weilend/mongo';
import { afterAnswer } from '../../domain/disbursement/bank-answer.js';
import { BonusSteps } from '../settle-bonus/bonus-steps.js';
import { PaymentChannel } from './payment-channel.port.js';
import type { PaymentRequest } from './payment-channel.port.js';
import { PaymentSteps } from './payment-steps.js';

type Steps = Pick<PaymentSteps, 'next' | 'prepare' | 'settle'>;

const ACTOR = { kind: 'service', service: 'finance' } as const;

/**
 * Takes one released payment, of a loan or of a bonus, a step further: notes that it is sent, calls the bank outside of any transaction, and then posts it,
 * gives it back, or asks again later. Every write carries the fence of the lease, so that a paused process writes nothing [4.19].
 */
@Injectable()
export class SettlePayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: Leases,
    private readonly loans: PaymentSteps,
    private readonly bonuses: BonusSteps,
    private readonly channel: PaymentChannel,
  ) {}

  async execute(orderId: string, lease: Lease): Promise<void> {
    const step = await this.write('read-payment', lease, (tx) => this.steps(orderId).next(orderId, tx));
    if (step === 'SEND') await this.send(orderId, lease);
    if (step === 'QUERY') await this.query(orderId, lease);
  }

  private async send(orderId: string, lease: Lease): Promise<void> {
    const request = await this.write<PaymentRequest | null>('send-payment', lease, (tx) => this.steps(orderId).prepare(orderId, tx));
    if (!request) return;
    const answer = await this.channel.pay(request);
    await this.write('settle-payment', lease, (tx) => this.steps(orderId).settle(orderId, answer, tx));
  }

  private async query(orderId: string, lease: Lease): Promise<void> {
    const answer = await this.channel.query(orderId);
    if (afterAnswer('QUERY', answer) === 'SEND_AGAIN') return this.send(orderId, lease);
    await this.write('settle-payment', lease, (tx) => this.steps(orderId).settle(orderId, answer, tx));
  }

  private steps(paymentId: string): Steps {
    return isId('bop', paymentId) ? this.bonuses : this.loans;
  }

  private write<T>(operation: string, lease: Lease, body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run({ actor: ACTOR, operation }, async (tx) => {
      await this.leases.guard(lease, tx);
      return body(tx);
    });
  }
}

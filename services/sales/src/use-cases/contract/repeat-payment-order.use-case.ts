import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { mayOrderAgain } from '../../domain/contract/payment-return.js';
import { ContractDesk } from './contract-desk.js';
import { PaymentOrder } from './payment-order.js';

export interface RepeatPaymentOrderRequest {
  readonly requestKey: string;
  readonly contractId: string;
  readonly payeeAccountId: string;
}

/** Orders the payout of a signed contract again after finance sent the order back, to the same or another account of the borrower [4.19]. */
@Injectable()
export class RepeatPaymentOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly payment: PaymentOrder,
  ) {}

  execute(actor: Actor, input: RepeatPaymentOrderRequest): Promise<string> {
    return this.work.once({ operation: 'repeat-payment-order', actor, input }, async (tx) => {
      const { contract, application } = await this.desk.get(actor, input.contractId, tx);
      if (contract.state !== 'signed' || !mayOrderAgain(application.facts, contract.paymentOrders))
        throw new DomainError('PAYMENT_NOT_RETURNED');
      const readdressed = await this.desk.contracts.save(
        { ...contract, payeeAccountId: input.payeeAccountId, paymentOrders: contract.paymentOrders + 1 },
        tx,
      );
      await this.payment.give(application, readdressed, tx);
      return contract.id;
    });
  }
}

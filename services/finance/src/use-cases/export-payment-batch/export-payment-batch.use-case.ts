import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { noteExport } from '../../domain/disbursement/payment-batch.js';
import type { PaymentBatch } from '../../domain/disbursement/payment-batch.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { PayeeAccounts } from '../../persistence/payee-account.repository.js';
import { PaymentBatches } from '../../persistence/payment-batch.repository.js';
import { requestOf } from '../settle-payment/payment-channel.port.js';
import type { PaymentRequest } from '../settle-payment/payment-channel.port.js';
import { PaymentFileFormat } from './payment-file.port.js';
import type { PaymentFile } from './payment-file.port.js';

export interface ExportPaymentBatchRequest {
  readonly batchId: string;
}

export interface ExportedBatch extends PaymentFile {
  readonly batchId: string;
  readonly sha256: string;
}

/** A file of what a batch released. It holds whole account numbers: who made it, when, and its hash stay with the batch and in the audit trail [3.7, 1.4]. */
@Injectable()
export class ExportPaymentBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: PaymentBatches,
    private readonly orders: DisbursementOrders,
    private readonly accounts: PayeeAccounts,
    private readonly format: PaymentFileFormat,
    private readonly clock: BusinessClock,
  ) {}

  /** Without a request key: the answer holds account numbers and must not be kept. */
  execute(actor: Actor, { batchId }: ExportPaymentBatchRequest): Promise<ExportedBatch> {
    return this.work.run({ operation: 'export-payment-batch', actor }, async (tx) => {
      const batch = await this.batches.get(batchId, tx);
      const payments = await this.payments(batch, tx);
      const file = this.format.write({ batchId, releasedOn: batch.releasedOn ?? '', payments });
      const sha256 = createHash('sha256').update(file.content).digest('hex');
      await this.batches.save(noteExport(batch, { by: employeeIdOf(actor), on: this.clock.today(), sha256 }), tx);
      return { batchId, ...file, sha256 };
    });
  }

  private async payments({ lines }: PaymentBatch, tx: Tx): Promise<PaymentRequest[]> {
    const payments: PaymentRequest[] = [];
    for (const { orderId } of lines.filter((line) => line.leftOut === null)) {
      const order = await this.orders.get(orderId, tx);
      payments.push(requestOf(order, await this.accounts.get(order.payeeAccountId, tx)));
    }
    return payments;
  }
}

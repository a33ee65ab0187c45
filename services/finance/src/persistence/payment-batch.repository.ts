import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { PaymentBatch } from '../domain/disbursement/payment-batch.js';
import { paymentBatchCollection } from './payment-batch.schema.js';

@Injectable()
export class PaymentBatches extends Repository<PaymentBatch> {
  constructor(database: Database) {
    super(database, paymentBatchCollection, 'payment batch');
  }
}

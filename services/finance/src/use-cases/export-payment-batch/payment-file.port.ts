import type { PaymentRequest } from '../settle-payment/payment-channel.port.js';

export interface PaymentList {
  readonly batchId: string;
  readonly releasedOn: string;
  readonly payments: readonly PaymentRequest[];
}

export interface PaymentFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A file of payments in a form that a bank or a person reads: a list now, an ISO 20022 pain.001 message behind the same port. */
export abstract class PaymentFileFormat {
  abstract write(list: PaymentList): PaymentFile;
}

import type { Fen } from '@weilend/kernel';
import type { BankAnswer } from '../../domain/disbursement/bank-answer.js';
import type { DisbursementOrder } from '../../domain/disbursement/order.js';

/** A payment as the bank gets it. The request id is the order's: the same id is the same payment, however often it is asked for. */
export interface PaymentRequest {
  readonly requestId: string;
  readonly amountFen: Fen;
  readonly holderName: string;
  readonly accountNumber: string;
  /** 联行号. */
  readonly bankCode: string;
  /** Shown on the borrower's statement. */
  readonly remark: string;
}

/** The request of an order; the same whichever way it reaches the bank. */
export function requestOf(
  order: Pick<DisbursementOrder, 'id' | 'terms' | 'contractId'>,
  account: Pick<PaymentRequest, 'holderName' | 'accountNumber' | 'bankCode'>,
): PaymentRequest {
  const { holderName, accountNumber, bankCode } = account;
  const remark = `贷款发放 ${order.contractId}`;
  return { requestId: order.id, amountFen: order.terms.amountFen, holderName, accountNumber, bankCode, remark };
}

/** The bank, as finance sees it. Implementations never throw for an unclear outcome: they answer UNKNOWN. */
export abstract class PaymentChannel {
  /** Asks for a payment; a request id that the bank knows is not paid again but answered with its outcome. */
  abstract pay(request: PaymentRequest): Promise<BankAnswer>;
  /** What became of a request. */
  abstract query(requestId: string): Promise<BankAnswer>;
}

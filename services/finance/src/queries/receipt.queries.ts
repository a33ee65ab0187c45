import { Injectable } from '@nestjs/common';
import { businessDateOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { makeReceipt } from '../domain/receipt/receipt.js';
import type { Receipt } from '../domain/receipt/receipt.js';
import type { Repayment } from '../persistence/repayment.repository.js';
import { LoanQueries } from './loan.queries.js';
import type { Loan } from '../domain/loan/loan.js';
import { plain } from './scope.js';

export type { Receipt };

/** A receipt with the moment of its last change: it was recorded, or taken back. */
export interface DatedReceipt extends Receipt {
  readonly madeAt: Date;
}

interface People {
  /** Masked holder of the account that the loan was paid to, by loan. */
  readonly borrowers: ReadonlyMap<string, string>;
  /** Masked payer of the bank line, by repayment. */
  readonly payers: ReadonlyMap<string, string>;
}

/** Receipts of repayments on loans in the actor's scope; any number of them in five questions. */
@Injectable()
export class ReceiptQueries {
  constructor(
    private readonly database: Database,
    private readonly loans: LoanQueries,
  ) {}

  async byRepaymentIds(repaymentIds: readonly string[], actor: Actor): Promise<DatedReceipt[]> {
    const repayments = (await this.rows('repayments', { _id: { $in: [...repaymentIds] } })).map((row) => plain<Repayment>(row));
    const loans = await this.loans.byIds([...new Set(repayments.map((one) => one.loanId))], actor);
    const byId = new Map(loans.map((loan) => [loan.id, loan]));
    const people: People = { borrowers: await this.borrowersOf(loans), payers: await this.payersOf(repaymentIds) };
    return repayments.flatMap((repayment) => {
      const loan = byId.get(repayment.loanId);
      return loan ? [receiptOf(repayment, loan, people)] : [];
    });
  }

  private async borrowersOf(loans: readonly Loan[]): Promise<Map<string, string>> {
    const orders = await this.rows('disbursement_orders', { _id: { $in: loans.map((loan) => loan.disbursementId) } });
    const accountOf = new Map(orders.map((order) => [order._id, String(order['payeeAccountId'])]));
    const accounts = await this.rows('payee_accounts', { _id: { $in: [...accountOf.values()] } });
    const holderOf = new Map(accounts.map((account) => [account._id, String(account['maskedHolder'])]));
    return new Map(loans.map((loan) => [loan.id, holderOf.get(accountOf.get(loan.disbursementId) ?? '') ?? '']));
  }

  private async payersOf(repaymentIds: readonly string[]): Promise<Map<string, string>> {
    const lines = await this.rows('bank_lines', { repaymentId: { $in: [...repaymentIds] } });
    return new Map(lines.map((line) => [String(line['repaymentId']), String(line['maskedPayer'])]));
  }

  private rows(collection: string, filter: object) {
    return this.database.collection(collection).find(filter).toArray();
  }
}

function receiptOf(repayment: Repayment, { id: loanId, contractId }: Loan, { borrowers, payers }: People): DatedReceipt {
  const { id: repaymentId, recordedAt, reversal } = repayment;
  const borrower = borrowers.get(loanId) ?? '';
  const voided = reversal && { on: businessDateOf(reversal.reversedAt), reason: reversal.reason };
  const dates = { recordedOn: businessDateOf(recordedAt), madeAt: reversal?.reversedAt ?? recordedAt };
  const { receiptNo, outstandingAfterFen, paidOn, amountFen, channel, channelTransactionId } = repayment;
  const { feeFen, penaltyFen, interestFen, principalFen, creditUsedFen, creditFen, interestWaivedFen } = repayment;
  const receipt = makeReceipt({
    ...{ repaymentId, loanId, contractId, receiptNo, outstandingAfterFen, paidOn, amountFen, channel, channelTransactionId },
    ...{ feeFen, penaltyFen, interestFen, principalFen, creditUsedFen, creditFen, interestWaivedFen },
    ...{ borrower, payer: payers.get(repaymentId) || borrower, voided, recordedOn: dates.recordedOn },
  });
  return { ...receipt, madeAt: dates.madeAt };
}

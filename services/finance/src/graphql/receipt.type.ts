import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '@weilend/graphql';
import { htmlOf } from '@weilend/documents';
import { rmbCapitals } from '@weilend/kernel';
import type { DatedReceipt } from '../queries/receipt.queries.js';
import { receiptHash, receiptPaper } from '../queries/papers/receipt-paper.js';

@ObjectType('ReceiptPart', { description: 'What a part of the payment was for' })
export class ReceiptPartType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => Money)
  readonly amount!: number;
}

@ObjectType('RepaymentReceipt', { description: 'Receipt of a repayment (还款收据)' })
export class RepaymentReceiptType {
  @Field(() => String, { description: 'Day of recording, loan, place in the loan: without a gap within a loan' })
  readonly number!: string;

  @Field(() => Boolean, { description: 'The repayment was taken back (作废)' })
  readonly isVoid!: boolean;

  @Field(() => String, { description: 'Masked' })
  readonly borrower!: string;

  @Field(() => String, { description: 'Masked; as the bank named him, else the borrower' })
  readonly payer!: string;

  @Field(() => String, { description: '大写金额' })
  readonly amountInCapitals!: string;

  @Field(() => [ReceiptPartType], { description: 'Fees, penalty, interest, principal and credit; adds up to the amount' })
  readonly spread!: readonly ReceiptPartType[];

  @Field(() => Money, { nullable: true, description: 'Principal that was left when it was booked; null for those of before receipts' })
  readonly outstandingAfter!: number | null;

  @Field(() => String, { description: 'SHA-256 of everything on the receipt' })
  readonly hash!: string;

  readonly receipt!: DatedReceipt;
}

export function receiptView(receipt: DatedReceipt): RepaymentReceiptType {
  const { number, voided, borrower, payer, amountFen, spread, outstandingAfterFen } = receipt;
  return {
    ...{ number, borrower, payer, isVoid: voided !== null, outstandingAfter: outstandingAfterFen, receipt },
    amountInCapitals: rmbCapitals(amountFen),
    spread: spread.map((part) => ({ name: part.name, amount: part.amountFen })),
    hash: receiptHash(receipt),
  };
}

export const receiptHtml = ({ receipt }: RepaymentReceiptType): string => htmlOf(receiptPaper(receipt));

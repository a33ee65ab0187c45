import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Rate } from '@weilend/graphql';
import type { StoredQuote } from '../queries/price.queries.js';
import { ChargedFeeType, feeView, ProposalStub, RepaymentMethodEnum, rowView, ScheduleRowType } from './shared.type.js';

@ObjectType('LoanQuote', { description: 'What the wanted loan costs by one repayment method (报价)' })
export class LoanQuoteType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ProposalStub)
  readonly proposal!: ProposalStub;

  @Field(() => ID)
  readonly productId!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => Money)
  readonly amount!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => LocalDate)
  readonly startOn!: string;

  @Field(() => [ScheduleRowType])
  readonly rows!: ScheduleRowType[];

  @Field(() => [ChargedFeeType])
  readonly fees!: ChargedFeeType[];

  @Field(() => Money)
  readonly totalInterest!: number;

  @Field(() => Money)
  readonly totalFees!: number;

  @Field(() => Money, { description: 'Principal, interest and fees together' })
  readonly totalCost!: number;

  @Field(() => Rate, { description: 'Annual cost with all fees, compound: the measure of the cap (综合融资成本年化)' })
  readonly annualCostCompound!: string;

  @Field(() => Rate, { description: 'The same by the simple method (单利)' })
  readonly annualCostSimple!: string;

  @Field(() => Boolean, { description: 'False when it is above the legal ceiling: no contract follows it' })
  readonly withinCap!: boolean;

  @Field(() => String)
  readonly termsHash!: string;

  @Field(() => DateTime)
  readonly issuedAt!: Date;
}

export function quoteView(quote: StoredQuote): LoanQuoteType {
  const { proposalId, amountFen, totalInterestFen, totalFeesFen, totalCostFen, rows, fees, ...rest } = quote;
  const amounts = { amount: amountFen, totalInterest: totalInterestFen, totalFees: totalFeesFen, totalCost: totalCostFen };
  return { ...rest, ...amounts, proposal: { id: proposalId }, rows: rows.map(rowView), fees: fees.map(feeView) };
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money, MutationPayload, Rate } from '@weilend/graphql';
import type { CalculatedQuote, QuoteRow } from '../domain/quote/calculate-quote.js';
import type { CapCheck } from '../queries/quote-calculator.queries.js';

@ObjectType('LoanQuoteRow', { description: 'One period of a calculated loan (还款计划的一期)' })
export class LoanQuoteRowType {
  @Field(() => Int)
  readonly number!: number;

  @Field(() => LocalDate, { description: 'Interest runs from this day' })
  readonly startOn!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => Int, { description: 'Calendar days of the period' })
  readonly days!: number;

  @Field(() => Money)
  readonly openingPrincipal!: number;

  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Money)
  readonly interest!: number;

  @Field(() => Money)
  readonly fees!: number;

  @Field(() => Money, { description: 'Principal, interest and fees of the period' })
  readonly instalment!: number;

  @Field(() => Money)
  readonly closingPrincipal!: number;
}

@ObjectType('LoanQuoteTotals', { description: 'Sums of a calculated loan' })
export class LoanQuoteTotalsType {
  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Money)
  readonly interest!: number;

  @Field(() => Money, { description: 'With what is paid at disbursement' })
  readonly fees!: number;

  @Field(() => Money, { description: 'All that the borrower pays' })
  readonly instalment!: number;
}

@ObjectType('AnnualCost', { description: 'What the loan costs a year with everything in it (综合融资成本年化)' })
export class AnnualCostType {
  @Field(() => Rate, { description: 'Internal rate of return, compounded: the measure of the cap' })
  readonly compound!: string;

  @Field(() => Rate, { description: 'The same without compounding (单利)' })
  readonly simple!: string;
}

@ObjectType('CapCheck', { description: 'The annual cost against the legal ceiling (rate.hard-cap)' })
export class CapCheckType {
  @Field(() => Rate)
  readonly cap!: string;

  @Field(() => Boolean)
  readonly within!: boolean;
}

@ObjectType({ description: 'A calculated loan, or what is wrong with its terms' })
export class LoanQuotePayload extends MutationPayload {
  @Field(() => [LoanQuoteRowType], { nullable: true })
  readonly rows?: LoanQuoteRowType[] | null;

  @Field(() => Money, { nullable: true, description: 'Fees paid beside the principal on the day of payment' })
  readonly feesAtDisbursement?: number | null;

  @Field(() => LoanQuoteTotalsType, { nullable: true })
  readonly totals?: LoanQuoteTotalsType | null;

  @Field(() => AnnualCostType, { nullable: true })
  readonly annualCost?: AnnualCostType | null;

  @Field(() => CapCheckType, { nullable: true })
  readonly capCheck?: CapCheckType | null;
}

export function calculatedView({ rows, feesAtDisbursementFen, totals, cost, capCheck }: CalculatedQuote & { capCheck: CapCheck }) {
  const { principalFen, interestFen, feesFen, instalmentFen } = totals;
  return {
    rows: rows.map(rowView),
    feesAtDisbursement: feesAtDisbursementFen,
    totals: { principal: principalFen, interest: interestFen, fees: feesFen, instalment: instalmentFen },
    annualCost: cost,
    capCheck,
  };
}

const rowView = (row: QuoteRow): LoanQuoteRowType => ({
  ...{ number: row.no, startOn: row.startOn, dueOn: row.dueOn, days: row.days },
  openingPrincipal: row.openingFen,
  principal: row.principalFen,
  interest: row.interestFen,
  fees: row.feesFen,
  instalment: row.instalmentFen,
  closingPrincipal: row.balanceFen,
});

import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money, Rate } from '@weilend/graphql';
import type { Fen, LocalDate as LocalDateText, MonthEnd, Rate as RateText } from '@weilend/kernel';
import type { CalculatedFee } from '../domain/quote/calculate-quote.js';
import { PERIOD_UNITS, QUOTE_METHODS } from '../domain/schedule/terms.js';
import type { DayCount, PeriodUnit, QuoteMethod, ScheduleRounding, ScheduleTerms } from '../domain/schedule/terms.js';
import { DayCountEnum, MonthEndEnum, RoundingEnum } from './product.type.js';
import { textEnum } from './shared.type.js';

export const QuoteMethodEnum = textEnum(
  'QuoteMethod',
  QUOTE_METHODS,
  'Repayment method; FLAT (等本等息) can be quoted only, to show its cost',
);
export const PeriodUnitEnum = textEnum('PeriodUnit', PERIOD_UNITS, 'What a period of a schedule is counted in (期次单位)');
export const QuoteFeeDueEnum = textEnum('QuoteFeeDue', ['AT_DISBURSEMENT', 'EACH_PERIOD'], 'When a fee is paid');

@InputType({ description: 'A fee beside the principal; it has either an amount or a rate' })
export class LoanQuoteFeeInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => Money, { nullable: true })
  readonly amount?: Fen | null;

  @Field(() => Rate, { nullable: true, description: 'Fraction of the principal' })
  readonly rate?: RateText | null;

  @Field(() => QuoteFeeDueEnum, { defaultValue: 'AT_DISBURSEMENT' })
  readonly due!: CalculatedFee['due'];
}

@InputType({ description: 'Terms of a loan to calculate; no product or application is needed' })
export class LoanQuoteInput {
  @Field(() => Money)
  readonly principal!: Fen;

  @Field(() => Rate)
  readonly annualRate!: RateText;

  @Field(() => QuoteMethodEnum)
  readonly method!: QuoteMethod;

  @Field(() => Int, { description: 'Number of periods' })
  readonly periods!: number;

  @Field(() => PeriodUnitEnum)
  readonly periodUnit!: PeriodUnit;

  @Field(() => Int, { defaultValue: 1, description: 'Units in one period: 3 with MONTH is a quarter' })
  readonly periodEvery!: number;

  @Field(() => LocalDate, { description: 'Day of payment; interest runs from it' })
  readonly disbursedOn!: LocalDateText;

  @Field(() => LocalDate, { nullable: true, description: 'One period after payment when left out; later due days step from it' })
  readonly firstDueOn?: LocalDateText | null;

  @Field(() => DayCountEnum)
  readonly dayCount!: DayCount;

  @Field(() => RoundingEnum, { defaultValue: 'HALF_UP' })
  readonly rounding!: ScheduleRounding;

  @Field(() => MonthEndEnum, { defaultValue: 'CLAMP' })
  readonly monthEnd!: MonthEnd;

  @Field(() => Money, { nullable: true, description: 'The level instalment is the nearest multiple of it' })
  readonly instalmentMultiple?: Fen | null;

  @Field(() => Int, { defaultValue: 0, description: 'First periods without principal (本金宽限)' })
  readonly principalGracePeriods!: number;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'First periods whose interest is paid later, with the first period after them (利息宽限)',
  })
  readonly interestGracePeriods!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Move the level instalment so that the last one differs less' })
  readonly evenLastInstalment!: boolean;

  @Field(() => [LoanQuoteFeeInput], { defaultValue: [] })
  readonly fees!: LoanQuoteFeeInput[];
}

export function quoteTerms({ principal, firstDueOn, instalmentMultiple, fees: _fees, ...rest }: LoanQuoteInput): ScheduleTerms {
  return { ...rest, principalFen: principal, firstDueOn: firstDueOn ?? null, instalmentMultipleFen: instalmentMultiple ?? 1 };
}

export const quoteFees = (input: LoanQuoteInput): CalculatedFee[] =>
  input.fees.map(({ name, amount, rate, due }) => ({ name, amountFen: amount ?? null, rate: rate ?? null, due }));

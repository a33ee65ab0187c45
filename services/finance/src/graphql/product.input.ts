import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money, Rate } from '@weilend/graphql';
import type { Fen, LocalDate as LocalDateText, Rate as RateText } from '@weilend/kernel';
import type { DayCount, Method } from '../domain/schedule/terms.js';
import type { Fee } from '../domain/product/product.js';
import type { PublishProductRequest } from '../use-cases/publish-product/publish-product.use-case.js';
import { DayCountEnum, FeeKindEnum } from './product.type.js';
import { CustomerTypeEnum, LoanPurposeEnum, RepaymentMethodEnum } from './shared.type.js';

@InputType()
export class ProductFeeInput {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => FeeKindEnum)
  readonly kind!: Fee['kind'];

  @Field(() => Money, { nullable: true, description: 'For FIXED' })
  readonly amount?: Fen | null;

  @Field(() => Rate, { nullable: true, description: 'For RATE_OF_PRINCIPAL: fraction of the principal' })
  readonly rate?: RateText | null;

  @Field(() => String, { description: 'Who receives it (收取主体)' })
  readonly payee!: string;
}

@InputType()
export class PublishProductInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'An unknown code makes a new product, a known one a new version' })
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [CustomerTypeEnum])
  readonly customerTypes!: string[];

  @Field(() => [LoanPurposeEnum])
  readonly purposes!: string[];

  @Field(() => [RepaymentMethodEnum])
  readonly methods!: Method[];

  @Field(() => Money)
  readonly minAmount!: Fen;

  @Field(() => Money)
  readonly maxAmount!: Fen;

  @Field(() => Int)
  readonly minTermMonths!: number;

  @Field(() => Int)
  readonly maxTermMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: RateText;

  @Field(() => DayCountEnum, { nullable: true, description: 'PERIODIC when left out: a month is a twelfth of a year' })
  readonly dayCount?: DayCount | null;

  @Field(() => [ProductFeeInput])
  readonly fees!: ProductFeeInput[];

  @Field(() => LocalDate, { description: 'Today or later, and after every other version' })
  readonly effectiveFrom!: LocalDateText;
}

export function publishRequest(input: PublishProductInput): PublishProductRequest {
  const { minAmount, maxAmount, fees, dayCount, ...rest } = input;
  return {
    ...rest,
    minAmountFen: minAmount,
    maxAmountFen: maxAmount,
    dayCount: dayCount ?? 'PERIODIC',
    fees: fees.map(({ amount, rate, ...fee }) => ({ ...fee, amountFen: amount ?? null, rate: rate ?? null })),
  };
}

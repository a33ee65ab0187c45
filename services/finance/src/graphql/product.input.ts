import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money, Rate } from '@weilend/graphql';
import type { Fen, LocalDate as LocalDateText, Rate as RateText } from '@weilend/kernel';
import { PLAIN_RULES } from '../domain/schedule/schedule-rules.js';
import type { ScheduleRules } from '../domain/schedule/schedule-rules.js';
import type { DayCount, Method } from '../domain/schedule/terms.js';
import type { Fee } from '../domain/product/product.js';
import { ALLOCATION_PARTS } from '../domain/product/servicing-rules.js';
import type { AllocationPart, HolidayRule } from '../domain/product/servicing-rules.js';
import type { PublishProductRequest } from '../use-cases/publish-product/publish-product.use-case.js';
import { AllocationPartEnum, DayCountEnum, FeeKindEnum, HolidayRuleEnum, MonthEndEnum, RoundingEnum } from './product.type.js';
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

@InputType({ description: 'How schedules of the product are computed; what is left out is plain' })
export class ScheduleRulesInput {
  @Field(() => RoundingEnum, { defaultValue: PLAIN_RULES.rounding })
  readonly rounding!: ScheduleRules['rounding'];

  @Field(() => MonthEndEnum, { defaultValue: PLAIN_RULES.monthEnd })
  readonly monthEnd!: ScheduleRules['monthEnd'];

  @Field(() => Money, { nullable: true, description: 'A level instalment is the nearest multiple of it' })
  readonly instalmentMultiple?: Fen | null;

  @Field(() => Boolean, { defaultValue: PLAIN_RULES.evenLastInstalment })
  readonly evenLastInstalment!: boolean;

  @Field(() => Int, { defaultValue: PLAIN_RULES.principalGracePeriods })
  readonly principalGracePeriods!: number;

  @Field(() => Int, { defaultValue: PLAIN_RULES.interestGracePeriods })
  readonly interestGracePeriods!: number;
}

@InputType({ description: 'What holds after the payout; what is left out is plain' })
export class ServicingRulesInput {
  @Field(() => HolidayRuleEnum, { defaultValue: 'NONE' })
  readonly holidayRule!: HolidayRule;

  @Field(() => Int, { defaultValue: 0, description: '0 to 3 days after the due day within which a payment is not late' })
  readonly graceDays!: number;

  @Field(() => Rate, { nullable: true, description: 'Multiple of the contract rate; left out, the parameter penalty.overdue-factor' })
  readonly penaltyFactor?: RateText | null;

  @Field(() => Rate, { nullable: true, description: 'Share of the principal repaid early; left out, there is no fee' })
  readonly earlyRepaymentFeeRate?: RateText | null;

  @Field(() => [AllocationPartEnum], {
    nullable: true,
    description: 'Each once, interest before principal; left out: fees, penalty, interest, principal',
  })
  readonly allocationOrder?: AllocationPart[] | null;
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

  @Field(() => ScheduleRulesInput, { nullable: true, description: 'Plain when left out: half up, last day of the month, no grace' })
  readonly scheduleRules?: ScheduleRulesInput | null;

  @Field(() => ServicingRulesInput, { nullable: true, description: 'Plain when left out: no grace, no early-repayment fee' })
  readonly servicingRules?: ServicingRulesInput | null;

  @Field(() => [ProductFeeInput])
  readonly fees!: ProductFeeInput[];

  @Field(() => LocalDate, { description: 'Today or later, and after every other version' })
  readonly effectiveFrom!: LocalDateText;
}

export function publishRequest(input: PublishProductInput): PublishProductRequest {
  const { minAmount, maxAmount, fees, dayCount, scheduleRules, servicingRules, ...rest } = input;
  const { instalmentMultiple, ...rules } = scheduleRules ?? { instalmentMultiple: null };
  return {
    ...PLAIN_RULES,
    ...rules,
    instalmentMultipleFen: instalmentMultiple ?? PLAIN_RULES.instalmentMultipleFen,
    ...servicingRequest(servicingRules ?? null),
    ...rest,
    minAmountFen: minAmount,
    maxAmountFen: maxAmount,
    dayCount: dayCount ?? 'PERIODIC',
    fees: fees.map(({ amount, rate, ...fee }) => ({ ...fee, amountFen: amount ?? null, rate: rate ?? null })),
  };
}

function servicingRequest(input: ServicingRulesInput | null) {
  return {
    ...{ holidayRule: input?.holidayRule ?? ('NONE' as const), graceDays: input?.graceDays ?? 0 },
    penaltyFactor: input?.penaltyFactor ?? null,
    earlyRepaymentFeeRate: input?.earlyRepaymentFeeRate ?? ('0' as RateText),
    allocationOrder: input?.allocationOrder ?? ALLOCATION_PARTS,
  };
}

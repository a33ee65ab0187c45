import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { dearestCost } from '../domain/product/check-offer.js';
import { ALLOCATION_PARTS, HOLIDAY_RULES, servicingOf } from '../domain/product/servicing-rules.js';
import { inForce } from '../domain/product/product.js';
import type { Fee, LoanProduct } from '../domain/product/product.js';
import { COUNTS, MONTH_ENDS, ROUNDINGS } from '../domain/schedule/terms.js';
import { CustomerTypeEnum, LoanPurposeEnum, RepaymentMethodEnum, textEnum } from './shared.type.js';

export const RoundingEnum = textEnum('Rounding', ROUNDINGS, 'How half a fen is settled (舍入方式)');
export const MonthEndEnum = textEnum(
  'MonthEnd',
  MONTH_ENDS,
  'What a day becomes in a month that lacks it: its last day, or the first of the next',
);
export const DayCountEnum = textEnum('DayCount', COUNTS, 'How days of interest are counted (计息基础)');
export const FeeKindEnum = textEnum('FeeKind', ['FIXED', 'RATE_OF_PRINCIPAL'], 'Way of charging a fee (收取方式)');

@ObjectType('ProductFee', { description: 'A fee of the published list; nothing else may be charged (公示收费项目)' })
export class ProductFeeType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => FeeKindEnum)
  readonly kind!: string;

  @Field(() => Money, { nullable: true })
  readonly amount!: number | null;

  @Field(() => Rate, { nullable: true, description: 'Fraction of the principal' })
  readonly rate!: string | null;

  @Field(() => String, { description: 'Who receives it (收取主体)' })
  readonly payee!: string;
}

@ObjectType('ScheduleRules', { description: 'What a product lays down for the schedules of its loans (还款计划规则)' })
export class ScheduleRulesType {
  @Field(() => RoundingEnum)
  readonly rounding!: string;

  @Field(() => MonthEndEnum)
  readonly monthEnd!: string;

  @Field(() => Money, { description: 'A level instalment is the nearest multiple of it; 0.01 is every fen' })
  readonly instalmentMultiple!: number;

  @Field(() => Boolean, { description: 'The level instalment is moved so that the last one differs less' })
  readonly evenLastInstalment!: boolean;

  @Field(() => Int, { description: 'First periods without principal (本金宽限)' })
  readonly principalGracePeriods!: number;

  @Field(() => Int, { description: 'First periods whose interest is paid with the first period after them (利息宽限)' })
  readonly interestGracePeriods!: number;
}

export const HolidayRuleEnum = textEnum(
  'HolidayRule',
  HOLIDAY_RULES,
  'Whether a due day on a holiday waits for the next working day (节假日规则)',
);
export const AllocationPartEnum = textEnum('AllocationPart', ALLOCATION_PARTS, 'What a payment is spread over (还款入账科目)');

@ObjectType('ServicingRules', { description: 'What a product lays down for the time after the payout (贷后规则)' })
export class ServicingRulesType {
  @Field(() => HolidayRuleEnum)
  readonly holidayRule!: string;

  @Field(() => Int, { description: 'Days after the due day within which a payment is not late (宽限期)' })
  readonly graceDays!: number;

  @Field(() => Rate, { description: 'Penalty rate as a multiple of the contract rate, within the legal ceiling (罚息倍数)' })
  readonly penaltyFactor!: string;

  @Field(() => Rate, { description: 'Fee as a share of the principal repaid early (提前还款手续费)' })
  readonly earlyRepaymentFeeRate!: string;

  @Field(() => [AllocationPartEnum], { description: 'Order in which a payment is spread (入账顺序)' })
  readonly allocationOrder!: readonly string[];
}

@ObjectType('Product', { description: 'A loan product as it is in force on a day (贷款产品)' })
@Directive('@key(fields: "id")')
@Permit('finance.read-product')
export class ProductType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => Int, { description: 'Number of the version shown' })
  readonly version!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [CustomerTypeEnum])
  readonly customerTypes!: readonly string[];

  @Field(() => [LoanPurposeEnum])
  readonly purposes!: readonly string[];

  @Field(() => [RepaymentMethodEnum])
  readonly methods!: readonly string[];

  @Field(() => Money)
  readonly minAmount!: number;

  @Field(() => Money)
  readonly maxAmount!: number;

  @Field(() => Int)
  readonly minTermMonths!: number;

  @Field(() => Int)
  readonly maxTermMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => Rate, { description: 'Highest annual cost of a loan of this product with all fees, compound (综合融资成本年化上限)' })
  readonly annualCostUpTo!: string;

  @Field(() => DayCountEnum)
  readonly dayCount!: string;

  @Field(() => ScheduleRulesType, { description: 'How schedules of its loans are computed' })
  readonly scheduleRules!: ScheduleRulesType;

  @Field(() => ServicingRulesType, { description: 'What holds after the payout' })
  readonly servicingRules!: ServicingRulesType;

  @Field(() => [ProductFeeType])
  readonly fees!: ProductFeeType[];

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;
}

/** The version in force on a day; before the first takes effect, the first. */
export function productView(product: LoanProduct, on: LocalDateText): ProductType | null {
  const version = inForce(product, on) ?? product.versions[0];
  if (!version) return null;
  const { no, minAmountFen, maxAmountFen, fees, ...rest } = version;
  const { rounding, monthEnd, instalmentMultipleFen, evenLastInstalment, principalGracePeriods, interestGracePeriods } = version;
  return {
    ...rest,
    id: product.id,
    code: product.code,
    version: no,
    minAmount: minAmountFen,
    maxAmount: maxAmountFen,
    scheduleRules: {
      ...{ rounding, monthEnd, evenLastInstalment, principalGracePeriods, interestGracePeriods },
      instalmentMultiple: instalmentMultipleFen,
    },
    servicingRules: servicingOf(version),
    annualCostUpTo: dearestCost(version).compound,
    fees: fees.map(productFeeView),
  };
}

const productFeeView = ({ amountFen, ...fee }: Fee): ProductFeeType => ({ ...fee, amount: amountFen });

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import type { Ratio } from '../domain/portfolio/ratio.js';
import type { Vintage, VintageShare } from '../domain/portfolio/vintage.js';
import type { Portfolio, PortfolioDay } from '../queries/portfolio.queries.js';
import { LoanClassEnum, OverdueBucketEnum } from './loan.type.js';
import { CustomerStub } from './shared.type.js';

@ObjectType('MoneyRatio', { description: 'A rate with the amounts that it is counted from (比率)' })
export class MoneyRatioType {
  @Field(() => Money)
  readonly numerator!: number;

  @Field(() => Money)
  readonly denominator!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Decimal fraction with six places, half up; null when there is nothing to divide by',
  })
  readonly rate!: string | null;
}

@ObjectType('CountRatio', { description: 'A rate with the numbers of loans that it is counted from (比率)' })
export class CountRatioType {
  @Field(() => Int)
  readonly numerator!: number;

  @Field(() => Int)
  readonly denominator!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Decimal fraction with six places, half up; null when there is nothing to divide by',
  })
  readonly rate!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class PortfolioSumType {
  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Money, { description: 'Principal still owed' })
  readonly balance!: number;

  @Field(() => Money, { description: 'What is provided for losses (拨备)' })
  readonly provision!: number;
}

@ObjectType('PortfolioClass', { description: 'Running loans of one of the five classes (五级分类)' })
export class PortfolioClassType extends PortfolioSumType {
  @Field(() => LoanClassEnum)
  readonly loanClass!: string;
}

@ObjectType('PortfolioBucket', { description: 'Running loans by days past due (逾期分段)' })
export class PortfolioBucketType extends PortfolioSumType {
  @Field(() => OverdueBucketEnum)
  readonly bucket!: string;
}

@ObjectType('LargeBorrower', { description: 'What one of the largest borrowers owes (大额借款人)' })
export class LargeBorrowerType {
  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => MoneyRatioType, { description: 'Balance of all loans of the borrower against the net assets of the last year end' })
  readonly share!: MoneyRatioType;
}

@ObjectType('Concentration', { description: 'What the ten largest borrowers owe (集中度)' })
export class ConcentrationType {
  @Field(() => [LargeBorrowerType], { description: 'At most ten, the largest first' })
  readonly borrowers!: LargeBorrowerType[];

  @Field(() => MoneyRatioType, { description: 'All ten together against the net assets of the last year end' })
  readonly together!: MoneyRatioType;
}

@ObjectType('PortfolioDay', { description: 'The portfolio at the end of a business day, counted once and never changed (贷款余额日报)' })
export class PortfolioDayType extends PortfolioSumType {
  @Field(() => LocalDate, { description: 'The business day that was closed' })
  readonly asOf!: string;

  @Field(() => DateTime, { description: 'When it was counted: what happened between the end of the day and this moment is in it' })
  readonly countedAt!: Date;

  @Field(() => [PortfolioClassType], { description: 'All five, also empty ones' })
  readonly classes!: PortfolioClassType[];

  @Field(() => [PortfolioBucketType], { description: 'All four, also empty ones' })
  readonly buckets!: PortfolioBucketType[];

  @Field(() => MoneyRatioType, {
    description:
      'Overdue rate (逾期率): whole balance of loans with an instalment at least one day late, against the balance of all that run',
  })
  readonly overdueRate!: MoneyRatioType;

  @Field(() => MoneyRatioType, {
    description:
      'Rate of non-performing loans (不良率): balance of the classes SUBSTANDARD, DOUBTFUL and LOSS, against the balance of all that run',
  })
  readonly nonPerformingRate!: MoneyRatioType;

  @Field(() => MoneyRatioType, { description: 'Portfolio at risk: whole balance of loans that are 30 days late or more, against all' })
  readonly par30!: MoneyRatioType;

  @Field(() => MoneyRatioType, { description: 'Portfolio at risk: whole balance of loans that are 90 days late or more, against all' })
  readonly par90!: MoneyRatioType;

  @Field(() => CountRatioType, {
    description:
      'First-payment default (首期违约率): loans whose first instalment was not paid when it was 30 days late, of all loans whose first instalment fell due 30 days ago or earlier',
  })
  readonly firstPaymentDefault!: CountRatioType;

  @Field(() => ConcentrationType)
  readonly concentration!: ConcentrationType;
}

@ObjectType('VintageShare', { description: 'Share of the loans of a month of payment that were ever so late, as the day ends saw it' })
export class VintageShareType {
  @Field(() => CountRatioType, { description: 'Loans' })
  readonly byCount!: CountRatioType;

  @Field(() => MoneyRatioType, { description: 'What was paid out on them' })
  readonly byAmount!: MoneyRatioType;
}

@ObjectType('VintageCell', { description: 'A month of payment at an age (账龄)' })
export class VintageCellType {
  @Field(() => Int, { description: 'Calendar months since the month of payment, which is 0; the newest is not over yet' })
  readonly monthsOnBook!: number;

  @Field(() => VintageShareType, { description: 'Ever 30 days late or more by then' })
  readonly ever30!: VintageShareType;

  @Field(() => VintageShareType, { description: 'Ever 90 days late or more by then' })
  readonly ever90!: VintageShareType;
}

@ObjectType('Vintage', { description: 'All loans that were paid out in one month, settled ones among them (放款月份)' })
export class VintageType {
  @Field(() => String, { description: 'YYYY-MM' })
  readonly month!: string;

  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Money, { description: 'What was paid out' })
  readonly principal!: number;

  @Field(() => [VintageCellType])
  readonly cells!: VintageCellType[];
}

@ObjectType('Portfolio', { description: 'The portfolio at the end of a business day, with its vintages (贷款组合分析)' })
export class PortfolioType extends PortfolioDayType {
  @Field(() => [VintageType], { description: 'Oldest month first (账龄分析表)' })
  readonly vintages!: VintageType[];
}

interface Sum {
  readonly loans: number;
  readonly outstandingFen: number;
  readonly provisionFen: number;
}

const sumView = ({ loans, outstandingFen, provisionFen }: Sum) => ({ loans, balance: outstandingFen, provision: provisionFen });

export function portfolioDayView({ _id: asOf, countedAt, figures, firstPaymentDefault, concentration }: PortfolioDay): PortfolioDayType {
  const { overdue: overdueRate, nonPerforming: nonPerformingRate, par30, par90 } = figures;
  return {
    ...{ asOf, countedAt, ...sumView(figures), overdueRate, nonPerformingRate, par30, par90, firstPaymentDefault },
    classes: figures.classes.map((one) => ({ loanClass: one.loanClass, ...sumView(one) })),
    buckets: figures.buckets.map((one) => ({ bucket: one.bucket, ...sumView(one) })),
    concentration: {
      borrowers: concentration.borrowers.map(({ customerId: id, share }) => ({ customer: { id }, share })),
      together: concentration.together,
    },
  };
}

export const portfolioView = (portfolio: Portfolio): PortfolioType => ({
  ...portfolioDayView(portfolio),
  vintages: portfolio.vintages.map(vintageView),
});

const vintageView = ({ month, loans, principalFen, cells }: Vintage): VintageType => ({
  ...{ month, loans, principal: principalFen },
  cells: cells.map(({ monthsOnBook, ever30, ever90 }) => ({ monthsOnBook, ever30: shareView(ever30), ever90: shareView(ever90) })),
});

const shareView = ({ byCount, byAmount }: VintageShare): { byCount: Ratio; byAmount: Ratio } => ({ byCount, byAmount });

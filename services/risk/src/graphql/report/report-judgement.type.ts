import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Money, Rate } from '@weilend/graphql';
import { ContradictionAnswerType } from '../checks/contradiction.type.js';
import { AbilityEnum, InstalmentBasisEnum, RelatedAsEnum, RiskRatingEnum } from '../enums.type.js';

@ObjectType('RepaymentStressCase', { description: 'Debt service against income in one case (压力情景); ratios in basis points' })
export class RepaymentStressCaseType {
  @Field(() => Rate, { description: 'Fall of the income, a fraction' })
  readonly incomeFall!: string;

  @Field(() => Rate, { description: 'Rise of the yearly rate' })
  readonly rateRise!: string;

  @Field(() => Money, { name: 'income' })
  readonly incomeFen!: number;

  @Field(() => Money, { name: 'instalment' })
  readonly instalmentFen!: number;

  @Field(() => Money, { name: 'debtService', description: 'All debts with the new loan' })
  readonly debtServiceFen!: number;

  @Field(() => Int, { nullable: true, description: 'Debt service / income, rounded up' })
  readonly debtServiceBps!: number | null;

  @Field(() => Money, { name: 'left', nullable: true, description: 'After living cost and debts' })
  readonly leftFen!: number | null;

  @Field(() => Boolean, { description: 'Within the share of the income that debts may take, and enough to live on' })
  readonly carries!: boolean;
}

@ObjectType('RepaymentStress', { description: 'Stress of the repayment ability on the recommended terms (还款能力压力测试)' })
export class RepaymentStressType {
  @Field(() => InstalmentBasisEnum)
  readonly basis!: string;

  @Field(() => [RepaymentStressCaseType], {
    description: 'As things are first, the worst of all at once last; empty when income or debts are not verified',
  })
  readonly cases!: RepaymentStressCaseType[];

  @Field(() => Money, { name: 'breakEvenIncome', nullable: true, description: 'Least monthly income that carries the loan' })
  readonly breakEvenIncomeFen!: number | null;

  @Field(() => AbilityEnum)
  readonly ability!: string;
}

@ObjectType('RelatedExposure', { description: 'What a related party or guarantor owes the company (关联方敞口)' })
export class RelatedExposureType {
  @Field(() => RelatedAsEnum)
  readonly relatedAs!: string;

  @Field(() => Int)
  readonly loanCount!: number;

  @Field(() => Money, { name: 'outstanding' })
  readonly outstandingFen!: number;

  readonly customerId!: string;
}

@ObjectType('ReportConcentration', { description: 'Exposure with related parties, and the share of the limits with the new loan (集中度)' })
export class ConcentrationType {
  @Field(() => Money, { name: 'outstanding', description: 'What the borrower owes the company already' })
  readonly outstandingFen!: number;

  @Field(() => Money, { name: 'newLoan' })
  readonly newLoanFen!: number;

  @Field(() => Money, { name: 'groupOutstanding' })
  readonly groupOutstandingFen!: number;

  @Field(() => [RelatedExposureType])
  readonly parties!: RelatedExposureType[];

  @Field(() => Int, { nullable: true, description: 'Of the limit on one borrower, in basis points, rounded up' })
  readonly singleLimitBps!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of the limit on a group, in basis points, rounded up' })
  readonly groupLimitBps!: number | null;
}

@ObjectType('ReworkedPoint', { description: 'What the committee wanted looked at again, and what was found (复查要点)' })
export class ReworkedPointType {
  @Field(() => String)
  readonly asked!: string;

  @Field(() => String)
  readonly found!: string;
}

@ObjectType('ReportJudgement', { description: 'Stress, concentration, rating matrix and reasons of a report (综合评价)' })
export class ReportJudgementType {
  @Field(() => RepaymentStressType)
  readonly stress!: RepaymentStressType;

  @Field(() => RiskRatingEnum, { description: 'By scorecard and repayment ability; the report may be stricter' })
  readonly leastRating!: string;

  @Field(() => ConcentrationType)
  readonly concentration!: ConcentrationType;

  @Field(() => [ContradictionAnswerType])
  readonly contradictionAnswers!: ContradictionAnswerType[];

  @Field(() => String, { nullable: true, description: 'Why other terms than asked for' })
  readonly termsReason!: string | null;

  @Field(() => [ReworkedPointType])
  readonly rework!: ReworkedPointType[];
}

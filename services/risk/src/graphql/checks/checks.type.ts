import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import { BureauDetailsType, BureauFiguresType } from '../bureau/bureau-report.type.js';
import { BureauStateEnum, CheckMethodEnum, CheckStateEnum, ContradictionEnum, PhoneNumberKindEnum, SeverityEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import { ApplicantFactsType } from '../scorecard/score.type.js';
import { FactComparisonType, RelatedPartyType } from './contradiction.type.js';

@ObjectType('CheckStatus', { description: 'Where one of the four methods stands (调查方式进度)' })
export class CheckStatusType {
  @Field(() => CheckMethodEnum)
  readonly method!: string;

  @Field(() => CheckStateEnum)
  readonly state!: string;

  @Field(() => String, { nullable: true, description: 'Why it was waived' })
  readonly waiverReason!: string | null;
}

@ObjectType('PersonMet', { description: 'A person met at a site visit (见面人员)' })
export class PersonMetType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly relation!: string;
}

@ObjectType('SitePhoto', { description: 'A photo as evidence, fixed by its hash (现场照片)' })
export class SitePhotoType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType({ isAbstract: true })
abstract class RecordedCheck {
  @Field(() => ID)
  readonly checkId!: string;

  @Field(() => EmployeeStub)
  readonly recordedBy!: EmployeeStub;

  @Field(() => DateTime)
  readonly recordedAt!: Date;
}

@ObjectType('SiteVisit', { description: 'Site visit (实地走访)' })
export class SiteVisitType extends RecordedCheck {
  @Field(() => String)
  readonly place!: string;

  @Field(() => DateTime)
  readonly visitedAt!: Date;

  @Field(() => [PersonMetType])
  readonly peopleMet!: PersonMetType[];

  @Field(() => [SitePhotoType])
  readonly photos!: SitePhotoType[];

  @Field(() => String)
  readonly findings!: string;
}

@ObjectType('PhoneAnswer', { description: 'What was asked and answered (问答)' })
export class PhoneAnswerType {
  @Field(() => String)
  readonly question!: string;

  @Field(() => String)
  readonly answer!: string;
}

@ObjectType('PhoneVerification', { description: 'Telephone verification (电话核实); the number is never kept' })
export class PhoneVerificationType extends RecordedCheck {
  @Field(() => String)
  readonly spokenTo!: string;

  @Field(() => PhoneNumberKindEnum)
  readonly numberKind!: string;

  @Field(() => DateTime)
  readonly calledAt!: Date;

  @Field(() => [PhoneAnswerType])
  readonly answers!: PhoneAnswerType[];
}

@ObjectType('HouseholdFigures', { description: 'Monthly figures of the applicant (月度收支)' })
export class HouseholdFiguresType {
  @Field(() => Money, { name: 'declaredIncome', nullable: true })
  readonly declaredIncomeFen!: number | null;

  @Field(() => Money, { name: 'verifiedIncome', nullable: true })
  readonly verifiedIncomeFen!: number | null;

  @Field(() => Money, { name: 'livingCost', nullable: true })
  readonly livingCostFen!: number | null;

  @Field(() => Money, { name: 'debtService', nullable: true })
  readonly debtServiceFen!: number | null;
}

@ObjectType('RepaymentRatios', { description: 'What the figures say about carrying the loan (偿债比率); ratios in basis points' })
export class RepaymentRatiosType {
  @Field(() => Money, {
    name: 'newInstalment',
    description: 'Monthly burden of the new loan as if repaid in equal instalments: an estimate',
  })
  readonly newInstalmentFen!: number;

  @Field(() => Int, { nullable: true, description: 'All debt service with the new loan / verified income' })
  readonly debtServiceBps!: number | null;

  @Field(() => Money, { name: 'freeCashFlow', nullable: true })
  readonly freeCashFlowFen!: number | null;

  @Field(() => Int, { nullable: true, description: 'Amount asked for / verified yearly income' })
  readonly loanToIncomeBps!: number | null;
}

@ObjectType('DataAnalysis', { description: 'Data analysis (数据分析)' })
export class DataAnalysisType extends RecordedCheck {
  @Field(() => ApplicantFactsType)
  readonly facts!: ApplicantFactsType;

  @Field(() => HouseholdFiguresType)
  readonly figures!: HouseholdFiguresType;

  @Field(() => RepaymentRatiosType)
  readonly ratios!: RepaymentRatiosType;

  @Field(() => String)
  readonly sources!: string;

  @Field(() => FactComparisonType, { nullable: true })
  readonly comparison!: FactComparisonType | null;

  @Field(() => [RelatedPartyType], { nullable: true })
  readonly relatedParties!: RelatedPartyType[] | null;
}

@ObjectType('Contradiction', { description: 'A statement that does not fit a finding (陈述与核实不一致)' })
export class ContradictionType {
  @Field(() => ContradictionEnum)
  readonly code!: string;

  @Field(() => SeverityEnum, { nullable: true, description: 'Null in reports from before contradictions were weighed' })
  readonly severity!: string | null;

  @Field(() => String)
  readonly stated!: string;

  @Field(() => String)
  readonly found!: string;
}

@ObjectType('BureauFinding', { description: 'What the bureau answered, in short (征信结果摘要)' })
export class BureauFindingType {
  @Field(() => BureauStateEnum)
  readonly state!: string;

  @Field(() => Int, { nullable: true, description: '300 (worst) to 850 (best)' })
  readonly score!: number | null;

  @Field(() => Boolean, { nullable: true })
  readonly currentSeriousDelinquency!: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly openCredits!: number | null;

  @Field(() => BureauFiguresType, { nullable: true })
  readonly figures!: BureauFiguresType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A stored report of the same person was used; the bureau was not asked again (复用)',
  })
  readonly reused!: boolean;
}

@ObjectType('BureauReport', { description: 'The whole answer of the bureau (征信报告); every look is logged' })
export class BureauReportType {
  @Field(() => Int)
  readonly score!: number;

  @Field(() => Boolean)
  readonly currentSeriousDelinquency!: boolean;

  @Field(() => Int)
  readonly delinquenciesIn24Months!: number;

  @Field(() => Int)
  readonly openCredits!: number;

  @Field(() => Int)
  readonly inquiriesIn6Months!: number;

  @Field(() => LocalDate)
  readonly reportedOn!: string;

  @Field(() => BureauDetailsType, { nullable: true, description: 'Null in reports from before details were delivered' })
  readonly details!: BureauDetailsType | null;
}

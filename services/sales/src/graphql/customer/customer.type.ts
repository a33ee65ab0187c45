import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import { connectionOf } from '@weilend/graphql';
import { ConsentKindEnum, CustomerGradeEnum, CustomerTypeEnum, LoanPurposeEnum, RepaymentMethodEnum } from '../enum.type.js';

@ObjectType('CustomerBasics', { description: 'Basic data (基本信息)' })
export class CustomerBasics {
  @Field(() => String, { nullable: true })
  readonly occupation!: string | null;

  @Field(() => String, { nullable: true })
  readonly education!: string | null;

  @Field(() => String, { nullable: true })
  readonly residence!: string | null;

  @Field(() => Int, { nullable: true })
  readonly yearsAtResidence!: number | null;

  @Field(() => Int, { nullable: true, description: 'Age of the business in months' })
  readonly businessMonths!: number | null;

  @Field(() => String, { nullable: true })
  readonly industry!: string | null;
}

@ObjectType('CustomerFinances', { description: 'Financial state (财务状况)' })
export class CustomerFinances {
  @Field(() => Money, { name: 'monthlyIncome', nullable: true })
  readonly monthlyIncomeFen!: number | null;

  @Field(() => Money, { name: 'monthlyExpense', nullable: true })
  readonly monthlyExpenseFen!: number | null;

  @Field(() => Money, { name: 'assets', nullable: true })
  readonly assetsFen!: number | null;

  @Field(() => Money, { name: 'liabilities', nullable: true })
  readonly liabilitiesFen!: number | null;

  @Field(() => Money, { name: 'annualRevenue', nullable: true })
  readonly annualRevenueFen!: number | null;

  @Field(() => Int, { nullable: true, description: 'Late payments of the last two years, as the customer says' })
  readonly statedLatePayments!: number | null;
}

@ObjectType('CustomerNeeds', { description: 'What the customer wants (贷款需求)' })
export class CustomerNeeds {
  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => Money, { name: 'amount', nullable: true })
  readonly amountFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths!: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method!: string | null;
}

@ObjectType('CustomerProfile', { description: 'What is known of a customer beside his identity (客户档案)' })
export class CustomerProfile {
  @Field(() => CustomerBasics)
  readonly basic!: CustomerBasics;

  @Field(() => CustomerFinances)
  readonly financial!: CustomerFinances;

  @Field(() => CustomerNeeds)
  readonly needs!: CustomerNeeds;
}

@ObjectType('ProfileCompleteness', { description: 'How complete a file is (档案完整度)' })
export class ProfileCompleteness {
  @Field(() => Int)
  readonly percent!: number;

  @Field(() => [String], { description: 'Sections with something missing' })
  readonly missingSections!: readonly string[];

  @Field(() => [String], { description: 'Everything that is missing, as section.part' })
  readonly missing!: readonly string[];
}

@ObjectType('CustomerConsent', { description: 'A written consent (书面授权)' })
export class CustomerConsent {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ConsentKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly purpose!: string;

  @Field(() => String)
  readonly textVersion!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String, { description: 'SHA-256 of the signed paper' })
  readonly evidenceHash!: string;

  @Field(() => LocalDate)
  readonly givenOn!: string;

  @Field(() => LocalDate)
  readonly validUntil!: string;

  @Field(() => Boolean)
  readonly inForce!: boolean;
}

@ObjectType('CustomerCorrection', { description: 'A correction of who the customer is (更正记录); old and new values are kept encrypted' })
export class CustomerCorrection {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => [String])
  readonly fields!: readonly string[];

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('CustomerGradeReason', { description: 'Why a grade came out as it did (评级理由)' })
export class CustomerGradeReason {
  @Field(() => String)
  readonly criterion!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => Int)
  readonly weightPercent!: number;

  @Field(() => Int)
  readonly points!: number;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType('CustomerGradeEntry', { description: 'A grade with its score (评级)' })
export class CustomerGradeEntry {
  @Field(() => CustomerGradeEnum)
  readonly grade!: string;

  @Field(() => Int)
  readonly score!: number;

  @Field(() => Int)
  readonly scorecardVersion!: number;

  @Field(() => [CustomerGradeReason])
  readonly reasons!: readonly CustomerGradeReason[];

  @Field(() => LocalDate)
  readonly gradedOn!: string;
}

@ObjectType('GradePlan', { description: 'What a grade means for the customer (差异化服务方案)' })
export class GradePlanType {
  @Field(() => CustomerGradeEnum)
  readonly grade!: string;

  @Field(() => String)
  readonly strategy!: string;

  @Field(() => [String])
  readonly services!: readonly string[];
}

@ObjectType('Customer', { description: 'A customer (客户); personal data are masked' })
@Directive('@key(fields: "id")')
@Permit('sales.read-customer')
export class CustomerType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CustomerTypeEnum)
  readonly type!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Legal representative of an enterprise (法定代表人)' })
  readonly representativeName!: string | null;

  @Field(() => String, { description: 'Masked' })
  readonly residentId!: string;

  @Field(() => String, { nullable: true, description: 'Unified social credit code (统一社会信用代码)' })
  readonly creditCode!: string | null;

  @Field(() => String, { description: 'Masked' })
  readonly phone!: string;

  @Field(() => String, { description: 'Masked' })
  readonly address!: string;

  @Field(() => LocalDate)
  readonly registeredOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the file became complete' })
  readonly filedAt!: Date | null;

  @Field(() => CustomerProfile)
  readonly profile!: CustomerProfile;

  @Field(() => ProfileCompleteness)
  readonly completeness!: ProfileCompleteness;

  @Field(() => [CustomerConsent])
  readonly consents!: readonly CustomerConsent[];

  @Field(() => [CustomerCorrection])
  readonly corrections!: readonly CustomerCorrection[];

  @Field(() => [CustomerGradeEntry], { description: 'Oldest first; the last one counts' })
  readonly grades!: readonly CustomerGradeEntry[];

  @Field(() => GradePlanType, { nullable: true })
  readonly servicePlan!: GradePlanType | null;

  @Field(() => LocalDate)
  readonly nextVisitOn!: string;

  readonly ownerId!: string;
}

@ObjectType('RevealedCustomer', { description: 'A customer in full; the look was written down (完整客户信息)' })
export class RevealedCustomer {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly residentId!: string;

  @Field(() => String, { nullable: true })
  readonly creditCode!: string | null;

  @Field(() => String, { nullable: true })
  readonly representativeName!: string | null;

  @Field(() => String)
  readonly phone!: string;

  @Field(() => String)
  readonly address!: string;
}

export const CustomerConnection = connectionOf(CustomerType, 'Customer');

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import { ConsentKindEnum, CustomerGradeEnum, GradeCauseEnum, OverridableFieldEnum } from '../enum.type.js';

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

  @Field(() => GradeCauseEnum, { nullable: true })
  readonly cause!: string | null;
}

@ObjectType('GradePlan', { description: 'What a grade means for the customer (差异化服务方案)' })
export class GradePlanType {
  @Field(() => CustomerGradeEnum)
  readonly grade!: string;

  @Field(() => String)
  readonly strategy!: string;

  @Field(() => [String])
  readonly services!: readonly string[];

  @Field(() => [String])
  readonly offers!: readonly string[];

  @Field(() => Int)
  readonly visitIntervalDays!: number;

  @Field(() => String, { description: 'Working time within which an enquiry is answered, such as 2h' })
  readonly firstResponse!: string;
}

@ObjectType('CustomerBankCard', { description: 'A bank card of a customer (银行卡); what ended stays with its reason' })
export class CustomerBankCard {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Masked' })
  readonly number!: string;

  @Field(() => String)
  readonly bank!: string;

  @Field(() => Boolean)
  readonly preferred!: boolean;

  @Field(() => LocalDate)
  readonly addedOn!: string;

  @Field(() => ID, { nullable: true, description: 'The card whose place it took' })
  readonly replacesId!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly endedOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly endedBecause!: string | null;
}

@ObjectType('CustomerIdentityOverride', {
  description: 'A number that the sales manager accepted although it does not pass the check (证件号码核准)',
})
export class CustomerIdentityOverride {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => OverridableFieldEnum)
  readonly field!: string;

  @Field(() => String, { description: 'What the check found' })
  readonly problem!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ID, { description: 'The paper' })
  readonly fileId!: string;

  @Field(() => String, { description: 'SHA-256 of the paper' })
  readonly evidenceHash!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('CustomerMerge', { description: 'Another file that turned out to be of this customer (客户合并)' })
export class CustomerMerge {
  @Field(() => ID, { description: 'The file that ended; it stays readable' })
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ID, { nullable: true, description: 'The paper that shows that its number was entered wrongly' })
  readonly entryErrorFileId!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('CustomerOwner', { description: 'Whose customer he was, since when and why (归属记录)' })
export class CustomerOwner {
  @Field(() => LocalDate)
  readonly since!: string;

  @Field(() => String)
  readonly reason!: string;

  readonly ownerId!: string;
}

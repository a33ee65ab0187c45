import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Permit, connectionOf } from '@weilend/graphql';
import { CustomerTypeEnum, DocumentTypeEnum } from '../enum.type.js';
import { CustomerProfile } from './customer-profile.type.js';
import {
  CustomerBankCard,
  CustomerConsent,
  CustomerCorrection,
  CustomerGradeEntry,
  CustomerIdentityOverride,
  CustomerMerge,
  CustomerOwner,
  GradePlanType,
  ProfileCompleteness,
} from './customer-record.type.js';

interface CardEnd {
  readonly on: string;
  readonly reason: string;
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

  @Field(() => LocalDate, { nullable: true, description: 'When the grade is worked out again at the latest' })
  readonly regradeDueOn!: string | null;

  @Field(() => [DocumentTypeEnum], { description: 'Papers that an application of this kind of customer needs' })
  readonly papersNeeded!: readonly string[];

  @Field(() => [CustomerIdentityOverride])
  readonly overrides!: readonly CustomerIdentityOverride[];

  @Field(() => [CustomerMerge], { description: 'Files that were merged into this one' })
  readonly merges!: readonly CustomerMerge[];

  @Field(() => [CustomerOwner], { description: 'Oldest first' })
  readonly owners!: readonly CustomerOwner[];

  readonly cards!: readonly (Omit<CustomerBankCard, 'endedOn' | 'endedBecause'> & { readonly ended: CardEnd | null })[];

  readonly merged!: { readonly intoId: string } | null;

  readonly ownerId!: string;
}

@ObjectType('RevealedCorrection', { description: 'An old and a new value of a correction, in full (更正前后内容)' })
export class RevealedCorrection {
  @Field(() => String)
  readonly field!: string;

  @Field(() => String, { nullable: true })
  readonly oldValue!: string | null;

  @Field(() => String, { nullable: true })
  readonly newValue!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
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

  @Field(() => [String], { description: 'Numbers of the live bank cards, the preferred one first' })
  readonly bankCards!: readonly string[];

  @Field(() => [RevealedCorrection], { description: 'What was corrected, oldest first' })
  readonly correctedValues!: readonly RevealedCorrection[];
}

export const CustomerConnection = connectionOf(CustomerType, 'Customer');

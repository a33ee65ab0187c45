import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { CustomerKind } from '../../domain/customer/customer.js';
import type { ConsentKind } from '../../domain/customer/consent.js';
import type { OverridableField } from '../../domain/customer/identity-override.js';
import { ConsentKindEnum, CustomerTypeEnum, OverridableFieldEnum } from '../enum.type.js';
import { CustomerProfileInput } from './customer-profile.input.js';

@InputType()
export class CustomerIdentityInput {
  @Field(() => CustomerTypeEnum)
  readonly type!: CustomerKind;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Of the person; of the legal representative for an enterprise' })
  readonly residentId?: string | null;

  @Field(() => String, { nullable: true, description: "Of a self-employed person's business or an enterprise" })
  readonly creditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an enterprise' })
  readonly representativeName?: string | null;

  @Field(() => String)
  readonly phone!: string;

  @Field(() => String)
  readonly address!: string;
}

@InputType({ description: 'The sales manager accepts a number that does not pass the check (证件号码核准)' })
export class IdentityOverrideInput {
  @Field(() => OverridableFieldEnum)
  readonly field!: OverridableField;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ID, { description: 'The paper: uploaded about the customer, or about oneself while he has no file' })
  readonly fileId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'As the paper says it, when the number does not tell' })
  readonly birthDate?: LocalDateText | null;
}

@InputType()
export class RegisterCustomerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => CustomerIdentityInput)
  readonly identity!: CustomerIdentityInput;

  @Field(() => CustomerProfileInput, { nullable: true })
  readonly profile?: CustomerProfileInput | null;

  @Field(() => ID, { nullable: true, description: 'The lead that becomes this customer' })
  readonly leadId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The salesperson that the customer is of, when the manager registers him' })
  readonly ownerId?: string | null;

  @Field(() => IdentityOverrideInput, { nullable: true })
  readonly override?: IdentityOverrideInput | null;
}

@InputType()
export class UpdateCustomerProfileInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => CustomerProfileInput, { description: 'Parts that are left out stay as they are' })
  readonly profile!: CustomerProfileInput;
}

@InputType()
export class RecordConsentInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ConsentKindEnum)
  readonly kind!: ConsentKind;

  @Field(() => String, { description: 'What the customer agrees to; a bureau inquiry must name it' })
  readonly purpose!: string;

  @Field(() => String)
  readonly textVersion!: string;

  @Field(() => ID, { description: 'The signed paper, uploaded for this customer' })
  readonly fileId!: string;
}

@InputType()
export class CorrectCustomerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => String, { nullable: true })
  readonly residentId?: string | null;

  @Field(() => String, { nullable: true })
  readonly creditCode?: string | null;

  @Field(() => String, { nullable: true })
  readonly representativeName?: string | null;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true })
  readonly address?: string | null;

  @Field(() => IdentityOverrideInput, { nullable: true })
  readonly override?: IdentityOverrideInput | null;
}

@InputType()
export class GradeCustomerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;
}

@InputType()
export class TransferCustomerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID)
  readonly toEmployeeId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RevealCustomerInput {
  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String, { description: 'Kept in the access log' })
  readonly reason!: string;
}

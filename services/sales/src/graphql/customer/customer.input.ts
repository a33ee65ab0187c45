import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Money } from '@weilend/graphql';
import type { CustomerKind } from '../../domain/customer/customer.js';
import type { ConsentKind } from '../../domain/customer/consent.js';
import { ConsentKindEnum, CustomerTypeEnum, LoanPurposeEnum, RepaymentMethodEnum } from '../enum.type.js';

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

@InputType()
export class CustomerBasicsInput {
  @Field(() => String, { nullable: true })
  readonly occupation?: string | null;

  @Field(() => String, { nullable: true })
  readonly education?: string | null;

  @Field(() => String, { nullable: true })
  readonly residence?: string | null;

  @Field(() => Int, { nullable: true })
  readonly yearsAtResidence?: number | null;

  @Field(() => Int, { nullable: true })
  readonly businessMonths?: number | null;

  @Field(() => String, { nullable: true })
  readonly industry?: string | null;
}

@InputType()
export class CustomerFinancesInput {
  @Field(() => Money, { nullable: true })
  readonly monthlyIncome?: number | null;

  @Field(() => Money, { nullable: true })
  readonly monthlyExpense?: number | null;

  @Field(() => Money, { nullable: true })
  readonly assets?: number | null;

  @Field(() => Money, { nullable: true })
  readonly liabilities?: number | null;

  @Field(() => Money, { nullable: true })
  readonly annualRevenue?: number | null;

  @Field(() => Int, { nullable: true })
  readonly statedLatePayments?: number | null;
}

@InputType()
export class CustomerNeedsInput {
  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose?: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method?: string | null;
}

@InputType()
export class CustomerProfileInput {
  @Field(() => CustomerBasicsInput, { nullable: true })
  readonly basic?: CustomerBasicsInput | null;

  @Field(() => CustomerFinancesInput, { nullable: true })
  readonly financial?: CustomerFinancesInput | null;

  @Field(() => CustomerNeedsInput, { nullable: true })
  readonly needs?: CustomerNeedsInput | null;
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

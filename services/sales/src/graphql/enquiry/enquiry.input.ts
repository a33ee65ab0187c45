import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Money } from '@weilend/graphql';
import type { EnquiryOutcome } from '../../domain/enquiry/enquiry.js';
import { EnquiryOutcomeEnum, LoanPurposeEnum, RepaymentMethodEnum } from '../enum.type.js';

@InputType()
export class OpenEnquiryInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'A lead or a customer' })
  readonly leadId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class RespondToEnquiryInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly enquiryId!: string;

  @Field(() => [ID], { nullable: true, description: 'Products that were presented' })
  readonly productIds?: readonly string[] | null;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose?: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer that the enquirer became' })
  readonly customerId?: string | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class CloseEnquiryInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly enquiryId!: string;

  @Field(() => EnquiryOutcomeEnum)
  readonly outcome!: EnquiryOutcome;

  @Field(() => String, { nullable: true, description: 'Needed unless it became an application' })
  readonly reason?: string | null;
}

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { EnquiryOutcome } from '../../domain/enquiry/enquiry.js';
import type { ActivityKind, LeadChannel, OnlineSource } from '../../domain/enquiry/lead.js';
import {
  ActivityKindEnum,
  EnquiryOutcomeEnum,
  LeadChannelEnum,
  LoanPurposeEnum,
  OnlineSourceEnum,
  RepaymentMethodEnum,
} from '../enum.type.js';

@InputType()
export class CreateActivityInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ActivityKindEnum)
  readonly kind!: ActivityKind;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly heldOn!: LocalDateText;

  @Field(() => Money)
  readonly cost!: number;
}

@InputType()
export class AddPartnerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly creditCode!: string;
}

@InputType()
export class EndPartnerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly partnerId!: string;
}

@InputType()
export class CreateLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => LeadChannelEnum)
  readonly channel!: LeadChannel;

  @Field(() => OnlineSourceEnum, { nullable: true, description: 'Needed for ONLINE' })
  readonly onlineSource?: OnlineSource | null;

  @Field(() => ID, { nullable: true, description: 'Needed for OFFLINE' })
  readonly activityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The recommending customer, needed for REFERRAL' })
  readonly referrerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An active partner, needed for PARTNER' })
  readonly partnerId?: string | null;

  @Field(() => String)
  readonly contactName!: string;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class LoseLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leadId!: string;

  @Field(() => String)
  readonly reason!: string;
}

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

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { GivingWay, IntakeWay } from '../../domain/acquisition/assignment.js';
import type { ContactResult, ContactWay } from '../../domain/acquisition/lead-steps.js';
import type { LeadChannel, LossCause, OnlineSource } from '../../domain/enquiry/lead.js';
import {
  GivingWayEnum,
  ContactResultEnum,
  ContactWayEnum,
  IntakeWayEnum,
  LeadChannelEnum,
  LoanPurposeEnum,
  LossCauseEnum,
  OnlineSourceEnum,
} from '../enum.type.js';

@InputType()
export class CreateLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => LeadChannelEnum)
  readonly channel!: LeadChannel;

  @Field(() => OnlineSourceEnum, { nullable: true, description: 'Needed for ONLINE' })
  readonly onlineSource?: OnlineSource | null;

  @Field(() => ID, { nullable: true, description: 'Needed for OFFLINE; for ONLINE the activity there, if any' })
  readonly activityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The recommending customer, needed for REFERRAL' })
  readonly referrerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An active partner, needed for PARTNER' })
  readonly partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That of the activity when one is named' })
  readonly campaignId?: string | null;

  @Field(() => String)
  readonly contactName!: string;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of GB/T 2260' })
  readonly district?: string | null;

  @Field(() => String, { nullable: true, description: 'Where exactly: the page, the stall, the clerk of the partner' })
  readonly sourceDetail?: string | null;

  @Field(() => Money, { nullable: true })
  readonly interestAmount?: number | null;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly interestPurpose?: string | null;

  @Field(() => IntakeWayEnum, { nullable: true, description: 'Who looks after it; the one who registers it when left out' })
  readonly assign?: IntakeWay | null;

  @Field(() => ID, { nullable: true, description: 'For HAND' })
  readonly salespersonId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is a lead though the number is known' })
  readonly createAnywayBecause?: string | null;
}

@InputType()
export class LoseLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leadId!: string;

  @Field(() => LossCauseEnum, { nullable: true, description: 'OTHER when left out' })
  readonly cause?: LossCause | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ReopenLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leadId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ConvertLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leadId!: string;

  @Field(() => ID)
  readonly customerId!: string;
}

@InputType()
export class AssignLeadsInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => [ID], { description: 'At most 100' })
  readonly leadIds!: readonly string[];

  @Field(() => GivingWayEnum)
  readonly how!: GivingWay;

  @Field(() => ID, { nullable: true, description: 'For HAND' })
  readonly toEmployeeId?: string | null;
}

@InputType()
export class ReassignLeadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leadId!: string;

  @Field(() => ID, { nullable: true, description: 'Who has it as far as you know' })
  readonly fromEmployeeId?: string | null;

  @Field(() => ID)
  readonly toEmployeeId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ReassignLeadsInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'Who left or is away' })
  readonly fromEmployeeId!: string;

  @Field(() => GivingWayEnum)
  readonly how!: GivingWay;

  @Field(() => ID, { nullable: true, description: 'For HAND' })
  readonly toEmployeeId?: string | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecordLeadContactInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leadId!: string;

  @Field(() => ContactWayEnum)
  readonly way!: ContactWay;

  @Field(() => ContactResultEnum)
  readonly result!: ContactResult;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Now when left out' })
  readonly contactedAt?: Date | null;

  @Field(() => LocalDate, { nullable: true })
  readonly nextContactOn?: LocalDateText | null;
}

@InputType()
export class RevealContactInput {
  @Field(() => ID, { nullable: true, description: 'A lead or a partner' })
  readonly leadId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly partnerId?: string | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecountLeadsInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Goes on after this lead' })
  readonly afterLeadId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;
}

@InputType()
export class RedeemReferralInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly creditId!: string;

  @Field(() => String)
  readonly note!: string;
}

@InputType()
export class SettleReferralInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly creditId!: string;

  @Field(() => String)
  readonly note!: string;
}

@InputType()
export class BarReferrerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;
}

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { CustomerKind } from '../../domain/customer/customer.js';
import type { CustomerGrade } from '../../domain/customer/scorecard/grade.js';
import type { ActivityKind } from '../../domain/enquiry/lead.js';
import { ActivityKindEnum, CustomerGradeEnum, CustomerTypeEnum } from '../enum.type.js';

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

  @Field(() => Money, { description: 'Planned' })
  readonly cost!: number;

  @Field(() => ID, { nullable: true })
  readonly campaignId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly plannedLeads?: number | null;

  @Field(() => String, { nullable: true, description: 'The approved material that is shown, with its version' })
  readonly materialTitle?: string | null;

  @Field(() => String, { nullable: true })
  readonly materialVersion?: string | null;
}

@InputType()
export class HoldActivityInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly activityId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The planned day when left out' })
  readonly heldOn?: LocalDateText | null;

  @Field(() => Money)
  readonly actualCost!: number;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class CancelActivityInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly activityId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => Money, { nullable: true, description: 'What was spent all the same' })
  readonly spent?: number | null;
}

@InputType()
export class CorrectActivityCostInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly activityId!: string;

  @Field(() => Money)
  readonly cost!: number;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class CreateCampaignInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly startsOn!: LocalDateText;

  @Field(() => LocalDate)
  readonly endsOn!: LocalDateText;

  @Field(() => Money)
  readonly budget!: number;

  @Field(() => Int)
  readonly goalLeads!: number;

  @Field(() => ID, { nullable: true, description: 'Who answers for it' })
  readonly ownerId?: string | null;

  @Field(() => [CustomerGradeEnum], { nullable: true, description: 'All when left out' })
  readonly targetGrades?: readonly CustomerGrade[] | null;

  @Field(() => [CustomerTypeEnum], { nullable: true, description: 'All when left out' })
  readonly targetTypes?: readonly CustomerKind[] | null;
}

@InputType()
export class AmendCampaignInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly campaignId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly startsOn!: LocalDateText;

  @Field(() => LocalDate)
  readonly endsOn!: LocalDateText;

  @Field(() => Money)
  readonly budget!: number;

  @Field(() => Int)
  readonly goalLeads!: number;

  @Field(() => ID, { nullable: true, description: 'Who answers for it' })
  readonly ownerId?: string | null;

  @Field(() => [CustomerGradeEnum], { nullable: true, description: 'All when left out' })
  readonly targetGrades?: readonly CustomerGrade[] | null;

  @Field(() => [CustomerTypeEnum], { nullable: true, description: 'All when left out' })
  readonly targetTypes?: readonly CustomerKind[] | null;
}

@InputType()
export class CloseCampaignInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly campaignId!: string;

  @Field(() => String)
  readonly resultNote!: string;
}

@InputType()
export class PartnerAgreementInput {
  @Field(() => String)
  readonly agreementNo!: string;

  @Field(() => LocalDate)
  readonly validFrom!: LocalDateText;

  @Field(() => LocalDate)
  readonly validTo!: LocalDateText;

  @Field(() => String, { nullable: true })
  readonly feeTerms?: string | null;
}

@InputType()
export class AddPartnerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly creditCode!: string;

  @Field(() => PartnerAgreementInput, { nullable: true })
  readonly agreement?: PartnerAgreementInput | null;

  @Field(() => String, { nullable: true })
  readonly contactName?: string | null;

  @Field(() => String, { nullable: true })
  readonly contactPhone?: string | null;
}

@InputType()
export class RenewPartnerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly partnerId!: string;

  @Field(() => PartnerAgreementInput)
  readonly agreement!: PartnerAgreementInput;

  @Field(() => String, { nullable: true })
  readonly contactName?: string | null;

  @Field(() => String, { nullable: true })
  readonly contactPhone?: string | null;
}

@InputType()
export class EndPartnerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly partnerId!: string;

  @Field(() => String, { nullable: true })
  readonly reason?: string | null;
}

@InputType()
export class SetSalesAreaInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'Code of GB/T 2260' })
  readonly district!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [ID], { description: 'Empty: nobody covers it' })
  readonly salespersonIds!: readonly string[];
}

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { InformingWay } from '../../domain/application/informing.js';
import { InformingWayEnum, LoanPurposeEnum, RepaymentMethodEnum } from '../enum.type.js';

@InputType()
export class RecordInteractionInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'A customer, a lead or an enquiry' })
  readonly customerId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly leadId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What is learned goes to the enquiry too, and answers it' })
  readonly enquiryId?: string | null;

  @Field(() => DateTime)
  readonly heldAt!: Date;

  @Field(() => InformingWayEnum)
  readonly way!: InformingWay;

  @Field(() => String, { description: 'What he asked, without numbers of persons' })
  readonly asked!: string;

  @Field(() => String, { description: 'What he was advised, without numbers of persons' })
  readonly advised!: string;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose?: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method?: string | null;

  @Field(() => String, { nullable: true, description: 'What comes next; with its day' })
  readonly nextStep?: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly nextStepOn?: LocalDateText | null;

  @Field(() => ID, { nullable: true, description: 'The conversation whose next step this was' })
  readonly followsInteractionId?: string | null;
}

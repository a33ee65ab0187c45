import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { CustomerNeeds } from '../customer/customer-profile.type.js';
import { InformingWayEnum } from '../enum.type.js';

@ObjectType('InteractionNextStep', { description: 'What was promised, until when (下一步计划)' })
export class InteractionNextStep {
  @Field(() => String)
  readonly text!: string;

  @Field(() => LocalDate)
  readonly on!: string;
}

@ObjectType('Interaction', { description: 'A conversation with a prospect or a customer (沟通记录)' })
@Directive('@key(fields: "id")')
@Permit('sales.read-interaction')
export class InteractionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTime)
  readonly heldAt!: Date;

  @Field(() => InformingWayEnum)
  readonly way!: string;

  @Field(() => String, { description: 'What he asked' })
  readonly asked!: string;

  @Field(() => String, { description: 'What he was advised' })
  readonly advised!: string;

  @Field(() => CustomerNeeds)
  readonly needs!: CustomerNeeds;

  @Field(() => InteractionNextStep, { nullable: true })
  readonly nextStep!: InteractionNextStep | null;

  @Field(() => DateTime, { nullable: true, description: 'When the conversation that followed was recorded' })
  readonly nextStepDoneAt!: Date | null;

  @Field(() => DateTime)
  readonly recordedAt!: Date;

  readonly customerId!: string | null;

  readonly leadId!: string | null;

  readonly enquiryId!: string | null;

  readonly salespersonId!: string;

  readonly recordedBy!: string;
}

export const InteractionConnection = connectionOf(InteractionType, 'Interaction');

import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { RoleEnum } from './enum.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class PublishRuleInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'The same over all versions, e.g. sales-department' })
  readonly code!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [RoleEnum], { nullable: true, description: 'Everybody when left out' })
  readonly audience?: string[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly effectiveFrom?: LocalDateText | null;
}

@InputType()
export class AcknowledgeRuleInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly ruleId!: string;
}

import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class ProposeParameterInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly key!: string;

  @Field(() => String, { description: 'In the form of its unit, e.g. 0.24, 3d, 90' })
  readonly value!: string;

  @Field(() => LocalDate, { description: 'Today or later' })
  readonly effectiveFrom!: LocalDateText;

  @Field(() => String, { description: 'The law, notice or decision that it rests on' })
  readonly basis!: string;
}

@InputType({ isAbstract: true })
abstract class ParameterAct {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly parameterId!: string;
}

@InputType()
export class ApproveParameterInput extends ParameterAct {}

@InputType()
export class RejectParameterInput extends ParameterAct {}

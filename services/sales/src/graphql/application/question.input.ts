import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ isAbstract: true })
abstract class OnQuestion {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID)
  readonly requestId!: string;
}

@InputType()
export class AnswerInformationRequestInput extends OnQuestion {
  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly reply!: string;
}

@InputType()
export class ReturnInformationRequestInput extends OnQuestion {
  @Field(() => String, { description: 'Why nobody can say' })
  readonly reason!: string;
}

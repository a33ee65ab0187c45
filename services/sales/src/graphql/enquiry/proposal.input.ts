import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class CreateProposalInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly enquiryId!: string;

  @Field(() => ID)
  readonly productId!: string;
}

@InputType()
export class RenewProposalInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'One that ran out, was declined or could not be priced' })
  readonly proposalId!: string;
}

@InputType()
export class AnswerProposalInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly proposalId!: string;

  @Field(() => Boolean)
  readonly accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed when he declines' })
  readonly reason?: string | null;
}

import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class AddBankCardInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String, { description: '16 to 19 digits' })
  readonly number!: string;

  @Field(() => String)
  readonly bank!: string;

  @Field(() => ID, { nullable: true, description: 'The wrong or expired card whose place it takes' })
  readonly replacesId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why the other card ends' })
  readonly reason?: string | null;
}

@InputType()
export class PreferBankCardInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID)
  readonly cardId!: string;
}

@InputType()
export class EndBankCardInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID)
  readonly cardId!: string;

  @Field(() => String)
  readonly reason!: string;
}

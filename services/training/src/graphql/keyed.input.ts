import { Field, InputType } from '@nestjs/graphql';

@InputType({ isAbstract: true })
export abstract class KeyedInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;
}

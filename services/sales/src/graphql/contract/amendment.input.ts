import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';

@InputType()
export class AcknowledgeContractAmendmentInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly amendmentId!: string;

  @Field(() => String, { description: 'Hash of the text that the customer had before him' })
  readonly textHash!: string;

  @Field(() => Int)
  readonly readingSeconds!: number;

  @Field(() => Boolean)
  readonly confirmedByCustomer!: boolean;
}

@InputType()
export class SignContractAmendmentInput {
  @Field(() => String, { description: 'Same key and input give the first answer: nothing is done twice' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly amendmentId!: string;

  @Field(() => ID, { description: 'The signed paper, uploaded as EVIDENCE about the application' })
  readonly fileId!: string;

  @Field(() => LocalDate)
  readonly signedOn!: LocalDateText;
}

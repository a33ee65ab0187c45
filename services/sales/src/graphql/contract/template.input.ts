import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';

@InputType()
export class ContractTemplateSectionInput {
  @Field(() => String, { description: 'Capital letters and _, e.g. DEFAULT_LIABILITY' })
  readonly key!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, {
    description: 'Places: {lender} {borrower} {amount} {amountCapitals} {term} {startOn} {rate} {method} {purpose} {overdueFactor}',
  })
  readonly text!: string;

  @Field(() => Boolean, { nullable: true })
  readonly isOptional?: boolean | null;
}

@InputType()
export class ProposeContractTemplateInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'Name of the edition, e.g. 2027-1' })
  readonly edition!: string;

  @Field(() => LocalDate, { description: 'First day on which contracts are drafted on it' })
  readonly effectiveFrom!: LocalDateText;

  @Field(() => [ContractTemplateSectionInput])
  readonly sections!: readonly ContractTemplateSectionInput[];

  @Field(() => String, { nullable: true, description: 'What changed, and why' })
  readonly note?: string | null;
}

@InputType()
export class ApproveContractTemplateInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly templateId!: string;
}

@InputType()
export class RefuseContractTemplateInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly templateId!: string;

  @Field(() => String)
  readonly reason!: string;
}

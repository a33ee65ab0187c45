import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { TemplateStateEnum } from '../enum.type.js';

@ObjectType('ContractTemplateSection', { description: 'A section of a contract template (范本章节)' })
export class TemplateSectionType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'With places for the facts of a contract, e.g. {amount}' })
  readonly text!: string;

  @Field(() => Boolean, { description: 'Comes into a contract only when the salesperson asks for it' })
  readonly isOptional!: boolean;
}

@ObjectType('ContractTemplate', { description: 'An edition of the contract text (合同范本版本)' })
@Directive('@key(fields: "id")')
@Permit('sales.read-contract-template')
export class ContractTemplateType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Name of the edition, as it stands in contracts as templateVersion' })
  readonly edition!: string;

  @Field(() => TemplateStateEnum)
  readonly state!: string;

  @Field(() => [TemplateSectionType])
  readonly sections!: readonly TemplateSectionType[];

  @Field(() => String)
  readonly textHash!: string;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => String)
  readonly note!: string;

  @Field(() => DateTime)
  readonly proposedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly refusedBecause!: string | null;

  readonly proposedBy!: string | null;

  readonly decidedBy!: string | null;
}

export const ContractTemplateConnection = connectionOf(ContractTemplateType, 'ContractTemplate');

import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { RoleEnum } from './enum.type.js';

@ObjectType('CompanyRule', { description: 'A version of a rule of the company (制度)' })
@Directive('@key(fields: "id")')
@Permit('compliance.read-rule')
export class CompanyRuleType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => Int)
  readonly ruleVersion!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String, { description: 'SHA-256 of the text' })
  readonly textHash!: string;

  @Field(() => [RoleEnum], { description: 'Roles it is addressed to; empty for everybody' })
  readonly audience!: string[];

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;
}

@ObjectType('RuleAcknowledgement', { description: 'A person has read and keeps a version of a rule (制度确认)' })
@Directive('@key(fields: "id")')
@Permit('compliance.read-acknowledgement')
export class RuleAcknowledgementType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'SHA-256 of the text that was read' })
  readonly textHash!: string;

  @Field(() => DateTime)
  readonly acknowledgedAt!: Date;

  readonly ruleId!: string;
  readonly employeeId!: string;
}

@ObjectType('MissingAcknowledgement', { description: 'Somebody who owes an acknowledgement (未确认人员)' })
export class MissingAcknowledgementView {
  @Field(() => CompanyRuleType)
  readonly rule!: CompanyRuleType;

  readonly employeeId!: string;
}

@ObjectType()
export class PublishRulePayload extends MutationPayload {
  @Field(() => CompanyRuleType, { nullable: true })
  readonly rule?: CompanyRuleType | null;
}

@ObjectType()
export class AcknowledgeRulePayload extends MutationPayload {
  @Field(() => RuleAcknowledgementType, { nullable: true })
  readonly acknowledgement?: RuleAcknowledgementType | null;
}

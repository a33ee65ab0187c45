import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, MutationPayload, Permit } from '@weilend/graphql';
import { ViolationKindEnum, ViolationSeverityEnum, ViolationStateEnum } from './enum.type.js';

@ObjectType('ViolationAppraisal', { description: 'What hr made of a confirmed violation (考核处理)' })
export class ViolationAppraisalType {
  @Field(() => ID, { nullable: true, description: 'The sheet on which it counts; null when hr sent it back' })
  readonly appraisalId!: string | null;

  @Field(() => String, { nullable: true })
  readonly quarter!: string | null;

  @Field(() => [String])
  readonly reasons!: readonly string[];

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('Violation', { description: 'A violation, reported, confirmed or dismissed (违规)' })
@Directive('@key(fields: "id")')
@Permit('compliance.read-violation')
export class ViolationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ViolationStateEnum)
  readonly state!: string;

  @Field(() => ViolationKindEnum)
  readonly kind!: string;

  @Field(() => ViolationSeverityEnum)
  readonly severity!: string;

  @Field(() => String)
  readonly description!: string;

  @Field(() => DateTime)
  readonly reportedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the investigation found' })
  readonly findings!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly closedAt!: Date | null;

  @Field(() => ViolationAppraisalType, { nullable: true, description: 'Null until hr has spoken' })
  readonly appraisal?: ViolationAppraisalType | null;

  readonly aboutId?: string | null;
  readonly applicationId?: string | null;
  readonly reportedBy!: string;
  readonly investigatorId?: string | null;
  readonly closedBy?: string | null;
}

export const ViolationConnection = connectionOf(ViolationType, 'Violation');

@ObjectType({ isAbstract: true })
export abstract class ViolationPayload extends MutationPayload {
  @Field(() => ViolationType, { nullable: true })
  readonly violation?: ViolationType | null;
}

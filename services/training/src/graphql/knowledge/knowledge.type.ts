import { ROLES } from '@weilend/contracts';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { PROOF_KINDS, STANDINGS } from '../../domain/knowledge/knowledge-standing.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { TrainingTopicEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { EmployeeStub } from '../references.type.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const KnowledgeStateEnum = same(STANDINGS);
registerEnumType(KnowledgeStateEnum, {
  name: 'KnowledgeState',
  description: 'Valid, running out, missing within the grace, overdue, not required (有效、即将到期、缺少、逾期、不要求)',
});
export const KnowledgeProofKindEnum = same(PROOF_KINDS);
registerEnumType(KnowledgeProofKindEnum, { name: 'KnowledgeProofKind', description: 'A passed exam or a certificate (考试、证书)' });

@ObjectType('KnowledgeRequirement', { description: 'What a role has to know (岗位必备知识)' })
export class KnowledgeRequirementType {
  @Field(() => String, { description: `A role of the company: ${ROLES.join(', ')}` })
  readonly role!: string;

  @Field(() => [TrainingTopicEnum])
  readonly topics!: string[];
}

@ObjectType('KnowledgeRules', { description: 'A version of what each role has to know (必备知识规则版本)' })
@Permit('training.read-knowledge')
export class KnowledgeRulesType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => [KnowledgeRequirementType])
  readonly requirements!: KnowledgeRequirementType[];

  @Field(() => DateTime)
  readonly publishedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When everybody was measured against it' })
  readonly appliedAt!: Date | null;
}

export const KnowledgeRulesConnection = connectionOf(KnowledgeRulesType, 'KnowledgeRules');

@ObjectType('KnowledgeProof', { description: 'How somebody has proven that he knows a topic (知识证明)' })
export class KnowledgeProofType {
  @Field(() => KnowledgeProofKindEnum)
  readonly kind!: string;

  @Field(() => String, { description: 'The training whose exam was passed, or the certificate on record' })
  readonly reference!: string;

  @Field(() => LocalDate)
  readonly provenOn!: string;

  @Field(() => LocalDate)
  readonly expiresOn!: string;
}

@ObjectType('KnowledgeStanding', { description: 'How somebody stands with a topic (合规知识状况)' })
@Permit('training.read-knowledge')
export class KnowledgeStandingType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => EmployeeStub)
  readonly employee!: EmployeeStub;

  @Field(() => TrainingTopicEnum)
  readonly topic!: string;

  @Field(() => KnowledgeStateEnum, { description: 'As of today' })
  readonly state!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Until when somebody newly required to know it has time (宽限期)' })
  readonly graceUntil!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which all is well (期限)' })
  readonly dueOn!: string | null;

  @Field(() => KnowledgeProofType, { nullable: true })
  readonly proof!: KnowledgeProofType | null;
}

export const KnowledgeStandingConnection = connectionOf(KnowledgeStandingType, 'KnowledgeStanding');

@InputType()
export class KnowledgeRequirementInput {
  @Field(() => String)
  readonly role!: string;

  @Field(() => [TrainingTopicEnum])
  readonly topics!: TrainingTopic[];
}

@InputType()
export class PublishKnowledgeRulesInput extends KeyedInput {
  @Field(() => LocalDate)
  readonly effectiveFrom!: LocalDateText;

  @Field(() => [KnowledgeRequirementInput])
  readonly requirements!: KnowledgeRequirementInput[];
}

@InputType()
export class AcceptKnowledgeCertificateInput extends KeyedInput {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String, { description: 'Id of the certificate on record, of that person (证书)' })
  readonly reference!: string;

  @Field(() => LocalDate)
  readonly issuedOn!: LocalDateText;

  @Field(() => LocalDate, { nullable: true, description: 'No later than the certificate itself, and the policy, let it hold' })
  readonly expiresOn?: LocalDateText | null;
}

@ObjectType()
export class PublishKnowledgeRulesPayload extends MutationPayload {
  @Field(() => KnowledgeRulesType, { nullable: true })
  readonly rules?: KnowledgeRulesType | null;
}

@ObjectType()
export class AcceptKnowledgeCertificatePayload extends MutationPayload {
  @Field(() => KnowledgeStandingType, { nullable: true })
  readonly standing?: KnowledgeStandingType | null;
}

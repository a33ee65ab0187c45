import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload } from '@weilend/graphql';
import type { SecurityKind } from '../../domain/after-loan/security-task.js';
import { SecurityKindEnum, SecurityTaskStateEnum } from '../enum.type.js';

@ObjectType('SecurityEvidence', { description: 'What shows the security (担保证明)' })
export class SecurityEvidenceType {
  @Field(() => SecurityKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType('SecurityTask', { description: 'Security that risk asks a customer for (追加担保任务)' })
export class SecurityTaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly measureId!: string;

  @Field(() => ID)
  readonly alertId!: string;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID, { nullable: true })
  readonly applicationId!: string | null;

  @Field(() => ID, { nullable: true })
  readonly loanId!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until when it is owed (期限); null when it has ended' })
  readonly dueOn!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => SecurityTaskStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => SecurityEvidenceType, { nullable: true })
  readonly evidence!: SecurityEvidenceType | null;

  @Field(() => String, { nullable: true })
  readonly returnReason!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly endedAt!: Date | null;

  readonly ownerId!: string;
}
export const SecurityTaskConnection = connectionOf(SecurityTaskType, 'SecurityTask');

@ArgsType()
export class SecurityTasksArgs {
  @Field(() => SecurityTaskStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose day has passed' })
  readonly overdue?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType({ isAbstract: true })
abstract class OnSecurityTask {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly taskId!: string;
}

@InputType()
export class CompleteSecurityTaskInput extends OnSecurityTask {
  @Field(() => SecurityKindEnum)
  readonly kind!: SecurityKind;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;

  @Field(() => ID, { description: 'A verified file about the application, or about the customer where there is none' })
  readonly fileId!: string;
}

@InputType()
export class ReturnSecurityTaskInput extends OnSecurityTask {
  @Field(() => String)
  readonly reason!: string;
}

@ObjectType()
export class CompleteSecurityTaskPayload extends MutationPayload {
  @Field(() => SecurityTaskType, { nullable: true })
  readonly securityTask?: SecurityTaskType | null;
}

@ObjectType()
export class ReturnSecurityTaskPayload extends MutationPayload {
  @Field(() => SecurityTaskType, { nullable: true })
  readonly securityTask?: SecurityTaskType | null;
}

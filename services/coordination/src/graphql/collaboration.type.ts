import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import type { Department } from '@weilend/kernel';
import type { CollaborationState } from '../domain/board/collaboration.machine.js';
import { DepartmentEnum, enumOf } from './shared.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

export const CollaborationStateEnum = enumOf(['OPEN', 'ANSWERED', 'DECLINED']);
registerEnumType(CollaborationStateEnum, { name: 'CollaborationState', description: 'State of a collaboration request' });

@ObjectType('CollaborationRequest', { description: 'What one department needs of another (协作请求)' })
@Directive('@key(fields: "id")')
@Permit('coordination.read-handoff')
export class CollaborationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DepartmentEnum)
  readonly from!: string;

  @Field(() => DepartmentEnum)
  readonly to!: string;

  @Field(() => ID, { nullable: true, description: 'What it is about, e.g. a customer' })
  readonly subject!: string | null;

  @Field(() => String)
  readonly need!: string;

  @Field(() => DateTime)
  readonly requestedAt!: Date;

  @Field(() => CollaborationStateEnum)
  readonly state!: string;

  @Field(() => String, { nullable: true })
  readonly answer!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly answeredAt!: Date | null;

  readonly requestedBy!: string;
  readonly answeredBy!: string | null;
  readonly handoffId!: string;
}

export const CollaborationConnection = connectionOf(CollaborationType, 'CollaborationRequest');

@ArgsType()
export class CollaborationsArgs {
  @Field(() => DepartmentEnum, { nullable: true, description: 'Asked department' })
  readonly department?: Department | null;

  @Field(() => CollaborationStateEnum, { nullable: true })
  readonly state?: CollaborationState | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class RequestCollaborationInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => DepartmentEnum)
  readonly to!: Department;

  @Field(() => String, { description: 'What is needed; ids, no personal data' })
  readonly need!: string;

  @Field(() => ID, { nullable: true })
  readonly subject?: string | null;

  @Field(() => String, { nullable: true, description: 'Working time such as 2d, 4h, 30m; the company default when left out' })
  readonly deadline?: string | null;
}

@InputType()
export class AnswerCollaborationInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly collaborationId!: string;

  @Field(() => String)
  readonly answer!: string;

  @Field(() => Boolean, { nullable: true, description: 'True when your department cannot help; the answer is the reason' })
  readonly declined?: boolean | null;
}

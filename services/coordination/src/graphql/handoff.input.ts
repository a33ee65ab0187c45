import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Department } from '@weilend/kernel';
import type { HandoffState } from '../domain/board/handoff.machine.js';
import type { HandoffKind } from '../domain/board/handoff.js';
import { HandoffKindEnum, HandoffStateEnum } from './handoff.type.js';
import { DepartmentEnum } from './shared.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@ArgsType()
export class HandoffsArgs {
  @Field(() => DepartmentEnum, { nullable: true, description: 'Receiving department' })
  readonly department?: Department | null;

  @Field(() => DepartmentEnum, { nullable: true, description: 'Giving department' })
  readonly from?: Department | null;

  @Field(() => HandoffStateEnum, { nullable: true })
  readonly state?: HandoffState | null;

  @Field(() => HandoffKindEnum, { nullable: true })
  readonly kind?: HandoffKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Past its deadline, neither closed nor paused' })
  readonly overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what the caller has in hand' })
  readonly mine?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class AcceptHandoffInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly handoffId!: string;
}

@InputType()
export class AssignHandoffInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly handoffId!: string;

  @Field(() => ID)
  readonly employeeId!: string;
}

@InputType()
export class PauseHandoffInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly handoffId!: string;

  @Field(() => String, { description: 'Why the work has to wait, e.g. for the customer; ids, no personal data' })
  readonly reason!: string;
}

@InputType()
export class ResumeHandoffInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly handoffId!: string;
}

import { Directive, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import {
  NominationApprovalEnum,
  NominationSourceEnum,
  NominationStateEnum,
  RequestReasonEnum,
  RequestStateEnum,
  TrainingTopicEnum,
} from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';

@ObjectType('TrainingNomination', { description: 'A place in the queue of a training (培训报名)' })
@Directive('@key(fields: "id")')
@Permit('training.read-nomination')
export class NominationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Number in the queue, first come first seated' })
  readonly place!: number;

  @Field(() => NominationStateEnum)
  readonly state!: string;

  @Field(() => NominationApprovalEnum, { description: 'Word of the manager on a self-nomination' })
  readonly approval!: string;

  @Field(() => NominationSourceEnum)
  readonly source!: string;

  @Field(() => DateTime)
  readonly nominatedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined, withdrawn or cancelled, or why somebody was added' })
  readonly reason!: string | null;

  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Field(() => String, { nullable: true, description: 'ATTENDED or ABSENT, once the attendance is written down' })
  readonly outcome!: string | null;

  readonly sessionId!: string;
  readonly employeeId!: string;
}

@ObjectType('TrainingRequest', { description: 'Hr wants somebody trained (培训申请)' })
@Directive('@key(fields: "id")')
@Permit('training.read-request')
export class TrainingRequestType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TrainingTopicEnum, { nullable: true, description: 'Null when any topic will do' })
  readonly topic!: TrainingTopic | null;

  @Field(() => RequestReasonEnum)
  readonly reason!: string;

  @Field(() => String, { description: 'The appraisal, promotion, award or violation behind it' })
  readonly aboutId!: string;

  @Field(() => RequestStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime, { description: 'Nominated or returned by then' })
  readonly dueAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly closedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly returnReason!: string | null;

  readonly employeeId!: string;
  readonly sessionId!: string | null;
}

export const NominationConnection = connectionOf(NominationType, 'TrainingNomination');
export const TrainingRequestConnection = connectionOf(TrainingRequestType, 'TrainingRequest');

@InputType()
export class NominateForTrainingInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => ID)
  readonly employeeId!: string;
}

@InputType()
export class NominateSelfForTrainingInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;
}

@InputType()
export class DecideTrainingNominationInput extends KeyedInput {
  @Field(() => ID)
  readonly nominationId!: string;

  @Field(() => Boolean)
  readonly isAccepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed for declining' })
  readonly reason?: string | null;
}

@InputType()
export class WithdrawTrainingNominationInput extends KeyedInput {
  @Field(() => ID)
  readonly nominationId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ReturnTrainingRequestInput extends KeyedInput {
  @Field(() => ID)
  readonly requestId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType({ isAbstract: true })
abstract class NominationPayload extends MutationPayload {
  @Field(() => NominationType, { nullable: true })
  readonly nomination?: NominationType | null;
}

@ObjectType()
export class NominateForTrainingPayload extends NominationPayload {}

@ObjectType()
export class NominateSelfForTrainingPayload extends NominationPayload {}

@ObjectType()
export class DecideTrainingNominationPayload extends NominationPayload {}

@ObjectType()
export class WithdrawTrainingNominationPayload extends NominationPayload {}

@ObjectType()
export class ReturnTrainingRequestPayload extends MutationPayload {
  @Field(() => TrainingRequestType, { nullable: true })
  readonly request?: TrainingRequestType | null;
}

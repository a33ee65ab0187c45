import { Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import { LocalDate, MutationPayload } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { EvaluationMethod, PracticeMode, SessionKind } from '../../domain/session/training-session.js';
import { EvaluationMethodEnum, PracticeModeEnum, SessionKindEnum, TrainingTopicEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingSessionType } from './training-session.type.js';

@InputType()
export class PlanTrainingSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => SessionKindEnum)
  readonly kind!: SessionKind;

  @Field(() => ID, { nullable: true, description: 'Needed for INTERNAL' })
  readonly trainerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed for EXTERNAL' })
  readonly institution?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed for ONLINE' })
  readonly resource?: string | null;

  @Field(() => PracticeModeEnum, { nullable: true, description: 'Needed for PRACTICE' })
  readonly mode?: PracticeMode | null;

  @Field(() => LocalDate)
  readonly heldOn!: LocalDateText;

  @Field(() => Float)
  readonly hours!: number;
}

@InputType()
export class RecordTrainingAttendanceInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => [ID])
  readonly attendeeIds!: string[];
}

@InputType()
export class TrainingResultInput {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => Float, { nullable: true })
  readonly mark?: number | null;

  @Field(() => String, { nullable: true })
  readonly text?: string | null;
}

@InputType()
export class EvaluateTrainingInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => EvaluationMethodEnum)
  readonly method!: EvaluationMethod;

  @Field(() => [TrainingResultInput])
  readonly results!: TrainingResultInput[];

  @Field(() => [String], { nullable: true })
  readonly improvements?: string[] | null;
}

@InputType()
export class CloseTrainingSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;
}

@ObjectType({ isAbstract: true })
abstract class SessionPayload extends MutationPayload {
  @Field(() => TrainingSessionType, { nullable: true })
  readonly session?: TrainingSessionType | null;
}

@ObjectType()
export class PlanTrainingSessionPayload extends SessionPayload {}

@ObjectType()
export class RecordTrainingAttendancePayload extends SessionPayload {}

@ObjectType()
export class EvaluateTrainingPayload extends SessionPayload {}

@ObjectType()
export class CloseTrainingSessionPayload extends SessionPayload {}

import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money, MutationPayload } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { EvaluationMethod, PracticeMode, PracticeResult, SessionKind } from '../../domain/session/training-session.js';
import { EvaluationMethodEnum, PracticeModeEnum, PracticeResultEnum, SessionKindEnum, TrainingTopicEnum } from '../enums.type.js';
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

  @Field(() => String, { nullable: true, description: 'Needed for ONLINE, unless a course of the catalogue is named' })
  readonly resource?: string | null;

  @Field(() => PracticeModeEnum, { nullable: true, description: 'Needed for PRACTICE' })
  readonly mode?: PracticeMode | null;

  @Field(() => LocalDate)
  readonly heldOn!: LocalDateText;

  @Field(() => Float)
  readonly hours!: number;

  @Field(() => Int, { nullable: true, description: 'The planned course that it belongs to and that pays for it' })
  readonly courseNo?: number | null;

  @Field(() => Money, { nullable: true, description: 'What it costs, within what is left of the planned course' })
  readonly cost?: number | null;

  @Field(() => ID, { nullable: true, description: 'A published course of the catalogue, for ONLINE' })
  readonly courseId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of ONLINE self-study; the day itself when left out' })
  readonly untilOn?: LocalDateText | null;

  @Field(() => Boolean, { nullable: true, description: 'EXTERNAL: the institution will issue a certificate' })
  readonly certificateExpected?: boolean | null;

  @Field(() => String, { nullable: true })
  readonly place?: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM' })
  readonly startsAt?: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM' })
  readonly endsAt?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seats; no end of them when left out' })
  readonly capacity?: number | null;
}

@InputType({ description: 'What is to be said of one person who was there' })
export class TrainingAttendanceDetailInput {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String, { nullable: true, description: 'Why he was let in without a nomination' })
  readonly addedReason?: string | null;

  @Field(() => PracticeResultEnum, { nullable: true, description: 'Needed for PRACTICE' })
  readonly result?: PracticeResult | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class RecordTrainingAttendanceInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => [ID])
  readonly attendeeIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why people were let in who were not nominated' })
  readonly addedReason?: string | null;

  @Field(() => [TrainingAttendanceDetailInput], { nullable: true })
  readonly details?: TrainingAttendanceDetailInput[] | null;
}

@InputType()
export class RescheduleTrainingSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => LocalDate, { nullable: true, description: 'What is left out stays as it is' })
  readonly heldOn?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true })
  readonly untilOn?: LocalDateText | null;

  @Field(() => String, { nullable: true })
  readonly place?: string | null;

  @Field(() => String, { nullable: true })
  readonly startsAt?: string | null;

  @Field(() => String, { nullable: true })
  readonly endsAt?: string | null;

  @Field(() => Int, { nullable: true })
  readonly capacity?: number | null;
}

@InputType()
export class CancelTrainingSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecordTrainingCostInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => Money)
  readonly cost!: number;

  @Field(() => String)
  readonly reason!: string;
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

@ObjectType()
export class RescheduleTrainingSessionPayload extends SessionPayload {}

@ObjectType()
export class CancelTrainingSessionPayload extends SessionPayload {}

@ObjectType()
export class RecordTrainingCostPayload extends SessionPayload {}

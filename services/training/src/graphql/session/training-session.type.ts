import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { EvaluationMethod, PracticeMode, PracticeResult, SessionKind } from '../../domain/session/training-session.js';
import type { SessionState } from '../../domain/session/training-session.machine.js';
import {
  EvaluationMethodEnum,
  PracticeModeEnum,
  PracticeResultEnum,
  SessionKindEnum,
  SessionStateEnum,
  TrainingTopicEnum,
} from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';

@ObjectType('TrainingEvaluationResult', { description: 'What one attendee achieved' })
export class EvaluationResultType {
  @Field(() => EmployeeStub)
  readonly employee!: EmployeeStub;

  @Field(() => Float, { nullable: true, description: 'Exam 0 to 100, on the job 1 to 5' })
  readonly mark!: number | null;

  @Field(() => String, { nullable: true, description: 'Reflection (培训心得)' })
  readonly text!: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is no result (免除原因)' })
  readonly excuse?: string | null;
}

@ObjectType('TrainingEvaluation', { description: 'The evaluation after a training (效果评估)' })
export class EvaluationType {
  @Field(() => EvaluationMethodEnum)
  readonly method!: EvaluationMethod;

  @Field(() => [EvaluationResultType])
  readonly results!: EvaluationResultType[];

  @Field(() => [String], { description: 'What should be better next time' })
  readonly improvements!: string[];

  @Field(() => LocalDate)
  readonly evaluatedOn!: string;
}

@ObjectType('TrainingSessionChange', { description: 'A change after the planning, with its reason (变更记录)' })
export class SessionChangeType {
  @Field(() => String, { description: 'RESCHEDULED, CANCELLED, NOT_HELD or COST' })
  readonly kind!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => LocalDate, { nullable: true })
  readonly from!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly to!: string | null;
}

@ObjectType('TrainingAttendance', { description: 'One person who was there (出席)' })
export class AttendanceType {
  @Field(() => EmployeeStub)
  readonly employee!: EmployeeStub;

  @Field(() => String, { nullable: true, description: 'Why he was let in without a nomination' })
  readonly addedReason!: string | null;

  @Field(() => PracticeResultEnum, { nullable: true, description: 'What came of a practice [6.6]' })
  readonly result!: PracticeResult | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;
}

@ObjectType('TrainingSession', { description: 'One training (培训)' })
@Directive('@key(fields: "id")')
@Permit('training.read-session')
export class TrainingSessionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => SessionKindEnum)
  readonly kind!: SessionKind;

  @Field(() => SessionStateEnum)
  readonly state!: SessionState;

  @Field(() => String, { nullable: true })
  readonly institution!: string | null;

  @Field(() => String, { nullable: true })
  readonly resource!: string | null;

  @Field(() => PracticeModeEnum, { nullable: true })
  readonly mode!: PracticeMode | null;

  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Field(() => Float)
  readonly hours!: number;

  @Field(() => Int, { nullable: true, description: 'Number of the planned course' })
  readonly courseNo!: number | null;

  @Field(() => ID, { nullable: true, description: 'Course of the catalogue, for ONLINE' })
  readonly courseId!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of ONLINE self-study' })
  readonly untilOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The institution will issue a certificate' })
  readonly certificateExpected!: boolean;

  @Field(() => String, { nullable: true })
  readonly place!: string | null;

  @Field(() => String, { nullable: true })
  readonly startsAt!: string | null;

  @Field(() => String, { nullable: true })
  readonly endsAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Seats; null where there is no end of them' })
  readonly capacity!: number | null;

  @Field(() => Int, { nullable: true })
  readonly seatsTaken!: number;

  @Field(() => Int, { nullable: true, description: 'How many wait for a seat' })
  readonly waitingCount!: number;

  @Field(() => [SessionChangeType], { nullable: true })
  readonly changes!: SessionChangeType[];

  readonly costFen!: number;
  readonly planId!: string;
  readonly trainerId!: string | null;
  readonly attendeeIds!: string[];
}

export const TrainingSessionConnection = connectionOf(TrainingSessionType, 'TrainingSession');

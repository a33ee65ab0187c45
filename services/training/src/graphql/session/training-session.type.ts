import { Directive, Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Permit } from '@weilend/graphql';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { EvaluationMethod, PracticeMode, SessionKind } from '../../domain/session/training-session.js';
import type { SessionState } from '../../domain/session/training-session.machine.js';
import { EvaluationMethodEnum, PracticeModeEnum, SessionKindEnum, SessionStateEnum, TrainingTopicEnum } from '../enums.type.js';
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

  readonly planId!: string;
  readonly trainerId!: string | null;
  readonly attendeeIds!: string[];
}

export const TrainingSessionConnection = connectionOf(TrainingSessionType, 'TrainingSession');

import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Permit } from '@weilend/graphql';
import { TRAINING_TOPICS } from '../domain/plan/training-plan.js';
import type { TrainingTopic } from '../domain/plan/training-plan.js';
import { EVALUATION_METHODS, PRACTICE_MODES, SESSION_KINDS } from '../domain/session/training-session.js';
import type { EvaluationMethod, PracticeMode, SessionKind } from '../domain/session/training-session.js';
import { trainingSessionMachine } from '../domain/session/training-session.machine.js';
import type { SessionState } from '../domain/session/training-session.machine.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const TrainingTopicEnum = same(TRAINING_TOPICS);
registerEnumType(TrainingTopicEnum, { name: 'TrainingTopic', description: 'The six topics of a plan (培训主题)' });
export const SessionKindEnum = same(SESSION_KINDS);
registerEnumType(SessionKindEnum, { name: 'TrainingKind', description: 'Internal, external, online, practice (培训方式)' });
export const PracticeModeEnum = same(PRACTICE_MODES);
registerEnumType(PracticeModeEnum, { name: 'PracticeMode', description: 'How people practise (实践方式)' });
export const EvaluationMethodEnum = same(EVALUATION_METHODS);
registerEnumType(EvaluationMethodEnum, { name: 'EvaluationMethod', description: 'Exam, reflection, on the job (评估方式)' });
export const SessionStateEnum = same(Object.keys(trainingSessionMachine.states));
registerEnumType(SessionStateEnum, { name: 'TrainingSessionState', description: 'State of a training (培训状态)' });
export const PlanStateEnum = same(['DRAFT', 'PUBLISHED']);
registerEnumType(PlanStateEnum, { name: 'TrainingPlanState', description: 'State of a plan (计划状态)' });

/** A person of the company; hr resolves it. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('PlannedCourse', { description: 'A course that a plan foresees' })
export class PlannedCourseType {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Float)
  readonly hours!: number;
}

@ObjectType('TrainingPlan', { description: 'The training plan of a year (年度培训计划)' })
@Directive('@key(fields: "id")')
@Permit('training.read-plan')
export class TrainingPlanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => PlanStateEnum)
  readonly state!: string;

  @Field(() => String, { description: 'Why these courses: business needs and situation of the staff' })
  readonly needsAnalysis!: string;

  @Field(() => [PlannedCourseType])
  readonly courses!: PlannedCourseType[];

  @Field(() => [String], { description: 'Improvements of earlier evaluations that the plan takes up' })
  readonly adoptedImprovements!: string[];
}

@ObjectType('TrainingEvaluationResult', { description: 'What one attendee achieved' })
export class EvaluationResultType {
  @Field(() => EmployeeStub)
  readonly employee!: EmployeeStub;

  @Field(() => Float, { nullable: true, description: 'Exam 0 to 100, on the job 1 to 5' })
  readonly mark!: number | null;

  @Field(() => String, { nullable: true, description: 'Reflection (培训心得)' })
  readonly text!: string | null;
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

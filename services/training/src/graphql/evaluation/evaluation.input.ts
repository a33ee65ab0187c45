import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, MutationPayload } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { EvaluationMethod } from '../../domain/session/training-session.js';
import { EvaluationMethodEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingSessionType } from '../session/training-session.type.js';
import { EvaluationTaskType } from './evaluation.type.js';

@InputType()
export class OpenTrainingEvaluationInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => EvaluationMethodEnum)
  readonly method!: EvaluationMethod;

  @Field(() => ID, { nullable: true, description: 'Needed for EXAM' })
  readonly paperId?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By the policy when none is given; on the job one to three months after the training',
  })
  readonly dueOn?: LocalDateText | null;
}

@InputType()
export class ExcuseFromEvaluationInput extends KeyedInput {
  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ExtendEvaluationInput extends KeyedInput {
  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => LocalDate)
  readonly dueOn!: LocalDateText;

  @Field(() => String, {
    nullable: true,
    description: 'Why he is given another day, at least 5 characters; an extension without it is refused',
  })
  readonly reason?: string | null;
}

@InputType()
export class HandInReflectionInput extends KeyedInput {
  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class MarkReflectionInput extends KeyedInput {
  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => Int, { nullable: true, description: '0 to 100; none sends it back' })
  readonly mark?: number | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it is sent back: until when it is owed again' })
  readonly dueOn?: LocalDateText | null;
}

@InputType()
export class RecordJobMarkInput extends KeyedInput {
  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => Int, { description: '1 to 5' })
  readonly mark!: number;

  @Field(() => String, { description: 'What was observed' })
  readonly facts!: string;
}

@ObjectType()
export class OpenTrainingEvaluationPayload extends MutationPayload {
  @Field(() => TrainingSessionType, { nullable: true })
  readonly session?: TrainingSessionType | null;
}

@ObjectType({ isAbstract: true })
abstract class TaskPayload extends MutationPayload {
  @Field(() => EvaluationTaskType, { nullable: true })
  readonly task?: EvaluationTaskType | null;
}

@ObjectType()
export class ExcuseFromEvaluationPayload extends TaskPayload {}

@ObjectType()
export class ExtendEvaluationPayload extends TaskPayload {}

@ObjectType()
export class HandInReflectionPayload extends TaskPayload {}

@ObjectType()
export class MarkReflectionPayload extends TaskPayload {}

@ObjectType()
export class RecordJobMarkPayload extends TaskPayload {}

import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, MutationPayload, Permit } from '@weilend/graphql';
import { KeyedInput } from '../keyed.input.js';
import { AttemptStateEnum, QuestionKindEnum, SubmittedByEnum } from './exam-enums.type.js';

@ObjectType('ExamAttemptQuestion', { description: 'A question as it is shown in an attempt' })
export class ExamAttemptQuestionType {
  @Field(() => Int, { description: 'Its place in this attempt, from 0; answers name it' })
  readonly place!: number;

  @Field(() => QuestionKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [String], { description: 'In the order of this attempt; answers name their places, from 0' })
  readonly choices!: string[];

  @Field(() => Int)
  readonly points!: number;

  @Field(() => [Int], { nullable: true, description: 'Places chosen; null while it is not answered' })
  readonly chosen!: number[] | null;

  @Field(() => [Int], { nullable: true, description: 'Places of the right choices; null until the exam has its result' })
  readonly correct!: number[] | null;

  @Field(() => String, { nullable: true, description: 'Why they are right; null until the exam has its result' })
  readonly explanation!: string | null;
}

@ObjectType('ExamAttempt', { description: 'An attempt at an exam (答卷)' })
@Permit('training.read-attempt')
export class ExamAttemptType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'What the candidate owes' })
  readonly taskId!: string;

  @Field(() => Int)
  readonly attemptNo!: number;

  @Field(() => AttemptStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { description: 'When the time is over' })
  readonly dueAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly submittedAt!: Date | null;

  @Field(() => SubmittedByEnum, { nullable: true })
  readonly submittedBy!: string | null;

  @Field(() => Int, { nullable: true })
  readonly points!: number | null;

  @Field(() => Int)
  readonly totalPoints!: number;

  @Field(() => Boolean, { nullable: true })
  readonly passed!: boolean | null;
}

export const ExamAttemptConnection = connectionOf(ExamAttemptType, 'ExamAttempt');

@InputType()
export class StartExamAttemptInput extends KeyedInput {
  @Field(() => ID)
  readonly taskId!: string;
}

@InputType()
export class AnswerExamQuestionInput extends KeyedInput {
  @Field(() => ID)
  readonly attemptId!: string;

  @Field(() => Int)
  readonly place!: number;

  @Field(() => [Int], { description: 'Places of the choices as this attempt shows them' })
  readonly chosen!: number[];

  @Field(() => Boolean, { nullable: true, description: 'Says that an answer that is there is changed' })
  readonly replace?: boolean | null;
}

@InputType()
export class SubmitExamAttemptInput extends KeyedInput {
  @Field(() => ID)
  readonly attemptId!: string;
}

@ObjectType({ isAbstract: true })
abstract class AttemptPayload extends MutationPayload {
  @Field(() => ExamAttemptType, { nullable: true })
  readonly attempt?: ExamAttemptType | null;
}

@ObjectType()
export class StartExamAttemptPayload extends AttemptPayload {}

@ObjectType()
export class AnswerExamQuestionPayload extends AttemptPayload {}

@ObjectType()
export class SubmitExamAttemptPayload extends AttemptPayload {}

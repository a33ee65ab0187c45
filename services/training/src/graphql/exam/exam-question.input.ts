import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import type { Difficulty, QuestionKind } from '../../domain/exam/question.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { TrainingTopicEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { DifficultyEnum, QuestionKindEnum } from './exam-enums.type.js';
import { ExamPaperType, ExamQuestionType } from './exam-question.type.js';

@InputType({ isAbstract: true })
abstract class QuestionInput extends KeyedInput {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => DifficultyEnum)
  readonly difficulty!: Difficulty;

  @Field(() => QuestionKindEnum)
  readonly kind!: QuestionKind;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [String], { description: 'Left empty for TRUE_FALSE: 正确, 错误' })
  readonly choices!: string[];

  @Field(() => [Int], { description: 'Places of the right choices, from 0' })
  readonly correct!: number[];

  @Field(() => Int)
  readonly points!: number;

  @Field(() => String, { description: 'Why the answer is right (答案解析)' })
  readonly explanation!: string;
}

@InputType()
export class AddExamQuestionInput extends QuestionInput {}

@InputType()
export class ChangeExamQuestionInput extends QuestionInput {
  @Field(() => ID)
  readonly questionId!: string;
}

@InputType()
export class RetireExamQuestionInput extends KeyedInput {
  @Field(() => ID)
  readonly questionId!: string;
}

@InputType()
export class ExamPaperRuleInput {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => DifficultyEnum, { nullable: true })
  readonly difficulty?: Difficulty | null;

  @Field(() => Int)
  readonly count!: number;
}

@InputType()
export class DrawExamPaperInput extends KeyedInput {
  @Field(() => String)
  readonly title!: string;

  @Field(() => [ExamPaperRuleInput])
  readonly rules!: ExamPaperRuleInput[];

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => Int)
  readonly passPercent!: number;

  @Field(() => Int, { nullable: true, description: 'By the policy when none is given' })
  readonly mostAttempts?: number | null;

  @Field(() => Int, { nullable: true, description: 'By the policy when none is given' })
  readonly retakeAfterDays?: number | null;
}

@InputType()
export class RetireExamPaperInput extends KeyedInput {
  @Field(() => ID)
  readonly paperId!: string;
}

@ObjectType({ isAbstract: true })
abstract class QuestionPayload extends MutationPayload {
  @Field(() => ExamQuestionType, { nullable: true })
  readonly question?: ExamQuestionType | null;
}

@ObjectType()
export class AddExamQuestionPayload extends QuestionPayload {}

@ObjectType()
export class ChangeExamQuestionPayload extends QuestionPayload {}

@ObjectType()
export class RetireExamQuestionPayload extends QuestionPayload {}

@ObjectType({ isAbstract: true })
abstract class PaperPayload extends MutationPayload {
  @Field(() => ExamPaperType, { nullable: true })
  readonly paper?: ExamPaperType | null;
}

@ObjectType()
export class DrawExamPaperPayload extends PaperPayload {}

@ObjectType()
export class RetireExamPaperPayload extends PaperPayload {}

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import { TrainingTopicEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import { DifficultyEnum, InUseEnum, QuestionKindEnum } from './exam-enums.type.js';

@ObjectType('ExamQuestionRevision', { description: 'What a question said before (题目历史版本)' })
export class ExamQuestionRevisionType {
  @Field(() => Int)
  readonly revision!: number;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [String])
  readonly choices!: string[];

  @Field(() => [Int], { nullable: true, description: 'Places of the right choices, from 0; sealed as the question itself is' })
  readonly correct!: number[] | null;

  @Field(() => EmployeeStub)
  readonly by!: EmployeeStub;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('ExamQuestion', { description: 'A question of the bank (题库题目)' })
@Permit('training.read-question')
export class ExamQuestionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TrainingTopicEnum)
  readonly topic!: string;

  @Field(() => DifficultyEnum)
  readonly difficulty!: string;

  @Field(() => QuestionKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [String])
  readonly choices!: string[];

  @Field(() => Int)
  readonly points!: number;

  @Field(() => InUseEnum)
  readonly state!: string;

  @Field(() => Int)
  readonly revision!: number;

  @Field(() => DateTime)
  readonly writtenAt!: Date;
}

export const ExamQuestionConnection = connectionOf(ExamQuestionType, 'ExamQuestion');

@ObjectType('ExamPaperRule', { description: 'How many questions of a topic and difficulty are drawn (组卷规则)' })
export class ExamPaperRuleType {
  @Field(() => TrainingTopicEnum)
  readonly topic!: string;

  @Field(() => DifficultyEnum, { nullable: true, description: 'Any, when none is named' })
  readonly difficulty!: string | null;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('ExamPaper', { description: 'A paper drawn from the bank by rule (试卷)' })
@Permit('training.read-paper')
export class ExamPaperType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [ExamPaperRuleType])
  readonly rules!: ExamPaperRuleType[];

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => Int, { description: 'Of all points, in percent (及格线)' })
  readonly passPercent!: number;

  @Field(() => Int)
  readonly mostAttempts!: number;

  @Field(() => Int, { description: 'Days from one attempt to the next (补考间隔)' })
  readonly retakeAfterDays!: number;

  @Field(() => Int)
  readonly totalPoints!: number;

  @Field(() => InUseEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly drawnAt!: Date;
}

export const ExamPaperConnection = connectionOf(ExamPaperType, 'ExamPaper');

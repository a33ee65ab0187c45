import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate } from '@weilend/graphql';
import { QUESTION_KINDS } from '../../domain/care/questionnaire.js';
import { ANSWER_WAYS } from '../../domain/care/survey.js';
import { enumOf } from '../enum.type.js';

export const QuestionKindEnum = enumOf('SurveyQuestionKind', 'A mark from 1 to 5, a choice, or words (题型)', QUESTION_KINDS);
export const SurveyAnswerWayEnum = enumOf('SurveyAnswerWay', 'How answers came in (答卷方式)', ANSWER_WAYS);
export const SurveyInvitationStateEnum = enumOf('SurveyInvitationState', 'Asked, or answered (答卷状态)', ['invited', 'answered']);

@ObjectType('SurveyQuestion', { description: 'A question of a questionnaire (问题)' })
export class SurveyQuestionType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => QuestionKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [String])
  readonly choices!: readonly string[];

  @Field(() => Boolean)
  readonly required!: boolean;

  @Field(() => Boolean, { description: 'The one mark that says it all' })
  readonly overall!: boolean;
}

@ObjectType('QuestionnaireVersion', { description: 'A published version, never changed (问卷版本)' })
export class QuestionnaireVersionType {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => [SurveyQuestionType])
  readonly questions!: readonly SurveyQuestionType[];

  @Field(() => DateTime)
  readonly publishedAt!: Date;
}

@ObjectType('Questionnaire', { description: 'A questionnaire with its versions (调查问卷)' })
export class QuestionnaireType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [QuestionnaireVersionType], { description: 'Oldest first; the last one is used for new surveys' })
  readonly versions!: readonly QuestionnaireVersionType[];
}

@ObjectType('SurveyChoiceCount')
export class SurveyChoiceCount {
  @Field(() => String)
  readonly choice!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('SurveyQuestionResult', { description: 'What was answered to a question; nothing but the number below the smallest sample' })
export class SurveyQuestionResult {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => Int)
  readonly sample!: number;

  @Field(() => Boolean)
  readonly suppressed!: boolean;

  @Field(() => Float, { nullable: true })
  readonly average!: number | null;

  @Field(() => [SurveyChoiceCount])
  readonly choices!: readonly SurveyChoiceCount[];

  @Field(() => [String])
  readonly texts!: readonly string[];
}

@ObjectType('SurveySalespersonResult', { description: 'The overall mark by salesperson (按客户经理统计)' })
export class SurveySalespersonResult {
  @Field(() => Int)
  readonly invited!: number;

  @Field(() => Int)
  readonly sample!: number;

  @Field(() => Boolean)
  readonly suppressed!: boolean;

  @Field(() => Float, { nullable: true })
  readonly average!: number | null;

  readonly salespersonId!: string;
}

@ObjectType('SurveyResults', { description: 'What a survey found (调查结果)' })
export class SurveyResultsType {
  @Field(() => Int)
  readonly invited!: number;

  @Field(() => Int)
  readonly answered!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null when nobody was asked' })
  readonly responseRate!: number | null;

  @Field(() => [SurveyQuestionResult])
  readonly questions!: readonly SurveyQuestionResult[];

  @Field(() => [SurveySalespersonResult])
  readonly salespeople!: readonly SurveySalespersonResult[];
}

@ObjectType('SurveyCampaign', { description: 'A survey of chosen customers (满意度调查)' })
export class SurveyCampaignType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Int)
  readonly questionnaireVersion!: number;

  @Field(() => LocalDate)
  readonly startedOn!: string;

  @Field(() => LocalDate, { description: 'Last day on which answers are taken' })
  readonly endsOn!: string;

  readonly questionnaireId!: string;

  readonly startedBy!: string;
}

@ObjectType('SurveyAnswered', { description: 'When and how a customer answered (答卷)' })
export class SurveyAnswered {
  @Field(() => SurveyAnswerWayEnum)
  readonly way!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('SurveyInvitation', { description: 'A customer who was asked (调查对象)' })
export class SurveyInvitationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SurveyInvitationStateEnum)
  readonly state!: string;

  @Field(() => LocalDate)
  readonly invitedOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when the link is good; null without one' })
  readonly linkExpiresAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The overall mark' })
  readonly overall!: number | null;

  @Field(() => SurveyAnswered, { nullable: true })
  readonly answered!: SurveyAnswered | null;

  readonly linkIssuedBy!: string | null;

  readonly customerId!: string;

  readonly campaignId!: string;
}

@ObjectType('SurveyLink', { description: 'The link for a customer; the token is shown this once (调查链接)' })
export class SurveyLinkType {
  @Field(() => String, { description: 'For the customer alone' })
  readonly token!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType('OpenedSurvey', { description: 'What a customer sees of a survey (客户答卷)' })
export class OpenedSurveyType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [SurveyQuestionType])
  readonly questions!: readonly SurveyQuestionType[];
}

export const QuestionnaireConnection = connectionOf(QuestionnaireType, 'Questionnaire');
export const SurveyCampaignConnection = connectionOf(SurveyCampaignType, 'SurveyCampaign');
export const SurveyInvitationConnection = connectionOf(SurveyInvitationType, 'SurveyInvitation');

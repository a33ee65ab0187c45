import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { QuestionKind } from '../../domain/care/questionnaire.js';
import { QuestionKindEnum, SurveyInvitationStateEnum } from './survey.type.js';

const REQUEST_KEY = 'Makes a repeated request safe: same key and input give the first answer';

@ArgsType()
export class SurveyPageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class SurveyInvitationsArgs extends SurveyPageArgs {
  @Field(() => ID)
  readonly surveyId!: string;

  @Field(() => SurveyInvitationStateEnum, { nullable: true })
  readonly state?: string | null;
}

@InputType()
export class SurveyQuestionInput {
  @Field(() => String, { description: 'Small letters, digits and dashes' })
  readonly key!: string;

  @Field(() => QuestionKindEnum)
  readonly kind!: QuestionKind;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [String], { nullable: true, description: 'Of a CHOICE' })
  readonly choices?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True when left out' })
  readonly required?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Exactly one question is the overall mark' })
  readonly overall?: boolean | null;
}

@InputType()
export class PublishQuestionnaireInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Another version of this one' })
  readonly questionnaireId?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [SurveyQuestionInput])
  readonly questions!: SurveyQuestionInput[];
}

@InputType()
export class StartSurveyInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly questionnaireId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly endsOn!: LocalDateText;
}

@InputType()
export class InviteToSurveyInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly surveyId!: string;

  @Field(() => [ID], { description: 'Own customers, 100 at a time' })
  readonly customerIds!: string[];
}

@InputType()
export class SurveyAnswerInput {
  @Field(() => String)
  readonly key!: string;

  @Field(() => Int, { nullable: true, description: '1 to 5' })
  readonly score?: number | null;

  @Field(() => String, { nullable: true })
  readonly choice?: string | null;

  @Field(() => String, { nullable: true, description: 'Without numbers of persons' })
  readonly text?: string | null;
}

@InputType()
export class IssueSurveyLinkInput {
  @Field(() => ID)
  readonly invitationId!: string;
}

@InputType()
export class RecordSurveyAnswersInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly invitationId!: string;

  @Field(() => [SurveyAnswerInput])
  readonly answers!: SurveyAnswerInput[];
}

@InputType()
export class OpenSurveyLinkInput {
  @Field(() => String)
  readonly token!: string;
}

@InputType()
export class AnswerSurveyLinkInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => [SurveyAnswerInput])
  readonly answers!: SurveyAnswerInput[];
}

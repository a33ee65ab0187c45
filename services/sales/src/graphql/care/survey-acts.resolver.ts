import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AnswerSurveyLink } from '../../use-cases/care/answer-survey-link.use-case.js';
import { RunSurvey } from '../../use-cases/care/run-survey.use-case.js';
import { ServeSurvey } from '../../use-cases/care/serve-survey.use-case.js';
import {
  AnswerSurveyLinkInput,
  InviteToSurveyInput,
  IssueSurveyLinkInput,
  OpenSurveyLinkInput,
  PublishQuestionnaireInput,
  RecordSurveyAnswersInput,
  StartSurveyInput,
} from './survey.input.js';
import { QuestionnaireLoader, SurveyInvitationLoader, SurveyLoader } from './survey.loader.js';
import { OpenedSurveyType, QuestionnaireType, SurveyCampaignType, SurveyInvitationType, SurveyLinkType } from './survey.type.js';

@ObjectType()
export class PublishQuestionnairePayload extends MutationPayload {
  @Field(() => QuestionnaireType, { nullable: true })
  readonly questionnaire?: QuestionnaireType | null;
}

@ObjectType()
export class StartSurveyPayload extends MutationPayload {
  @Field(() => SurveyCampaignType, { nullable: true })
  readonly survey?: SurveyCampaignType | null;
}

@ObjectType()
export class InviteToSurveyPayload extends MutationPayload {
  @Field(() => SurveyCampaignType, { nullable: true })
  readonly survey?: SurveyCampaignType | null;
}

@ObjectType()
export class IssueSurveyLinkPayload extends MutationPayload {
  @Field(() => SurveyLinkType, { nullable: true })
  readonly link?: SurveyLinkType | null;
}

@ObjectType()
export class RecordSurveyAnswersPayload extends MutationPayload {
  @Field(() => SurveyInvitationType, { nullable: true })
  readonly invitation?: SurveyInvitationType | null;
}

@ObjectType()
export class OpenSurveyLinkPayload extends MutationPayload {
  @Field(() => OpenedSurveyType, { nullable: true })
  readonly survey?: OpenedSurveyType | null;
}

@ObjectType()
export class AnswerSurveyLinkPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true })
  readonly accepted?: boolean | null;
}

/** How surveys are made. */
@Resolver()
export class SurveyActsResolver {
  constructor(
    private readonly questionnaires: QuestionnaireLoader,
    private readonly surveys: SurveyLoader,
    private readonly runCase: RunSurvey,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => PublishQuestionnairePayload, { description: 'A new questionnaire, or another version of one (发布问卷)' })
  @Permit('sales.publish-questionnaire')
  publishQuestionnaire(@Args('input') input: PublishQuestionnaireInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      questionnaire: await this.questionnaires.byId(context, await this.runCase.publish(context.actor, input)),
    }));
  }

  @Mutation(() => StartSurveyPayload, { description: 'Starts a survey with the latest version of a questionnaire (发起调查)' })
  @Permit('sales.start-survey')
  startSurvey(@Args('input') input: StartSurveyInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      survey: await this.surveys.byId(context, await this.runCase.start(context.actor, input)),
    }));
  }

  @Mutation(() => InviteToSurveyPayload, { description: 'Chooses own customers who are asked (选择调查对象)' })
  @Permit('sales.invite-to-survey')
  inviteToSurvey(@Args('input') input: InviteToSurveyInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      survey: await this.surveys.byId(context, await this.runCase.invite(context.actor, input)),
    }));
  }
}

/** How surveys are answered. */
@Resolver()
export class SurveyAnswerResolver {
  constructor(
    private readonly invitations: SurveyInvitationLoader,
    private readonly serveCase: ServeSurvey,
    private readonly linkCase: AnswerSurveyLink,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => IssueSurveyLinkPayload, {
    description: 'A link for a customer of somebody else, shown this once to be handed to him; an earlier one is void (生成调查链接)',
  })
  @Permit('sales.issue-survey-link')
  issueSurveyLink(@Args('input') input: IssueSurveyLinkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ link: await this.serveCase.issueLink(context.actor, input) }));
  }

  @Mutation(() => RecordSurveyAnswersPayload, { description: 'Writes down answers that a customer gives during a visit (代填问卷)' })
  @Permit('sales.record-survey-answers')
  recordSurveyAnswers(@Args('input') input: RecordSurveyAnswersInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      invitation: await this.invitations.byId(context, await this.serveCase.recordAnswers(context.actor, input)),
    }));
  }

  @Mutation(() => OpenSurveyLinkPayload, { description: 'For the customer with his link: the questions (客户打开问卷)' })
  @Permit('sales.open-survey-link')
  openSurveyLink(@Args('input') input: OpenSurveyLinkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ survey: await this.linkCase.open(context.actor, input.token) }));
  }

  @Mutation(() => AnswerSurveyLinkPayload, { description: 'For the customer with his link: his answers, once (客户提交问卷)' })
  @Permit('sales.answer-survey-link')
  answerSurveyLink(@Args('input') input: AnswerSurveyLinkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ accepted: await this.linkCase.answer(context.actor, input) }));
  }
}

import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { SurveyQueries } from '../../queries/care/survey.queries.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EmployeeStub } from '../stub.type.js';
import { SurveyInvitationsArgs, SurveyPageArgs } from './survey.input.js';
import { QuestionnaireLoader, SurveyLoader } from './survey.loader.js';
import {
  QuestionnaireConnection,
  QuestionnaireType,
  SurveyCampaignConnection,
  SurveyCampaignType,
  SurveyInvitationConnection,
  SurveyInvitationType,
  SurveyResultsType,
  SurveySalespersonResult,
} from './survey.type.js';

/** Surveys and what they found. */
@Resolver(() => SurveyCampaignType)
export class SurveyResolver {
  constructor(
    private readonly queries: SurveyQueries,
    private readonly surveysById: SurveyLoader,
    private readonly questionnairesById: QuestionnaireLoader,
  ) {}

  @Query(() => QuestionnaireConnection, { description: 'Newest first (问卷列表)' })
  @Permit('sales.read-survey')
  questionnaires(@Args() page: SurveyPageArgs) {
    return this.queries.questionnaires(page);
  }

  @Query(() => SurveyCampaignConnection, { description: 'Newest first (调查列表)' })
  @Permit('sales.read-survey')
  surveys(@Args() page: SurveyPageArgs) {
    return this.queries.surveys(page);
  }

  @Query(() => SurveyCampaignType, { nullable: true })
  @Permit('sales.read-survey')
  survey(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.surveysById.byId(context, id);
  }

  @Query(() => SurveyInvitationConnection, { description: 'Who was asked, of the customers that one may see, newest first' })
  @Permit('sales.read-survey')
  surveyInvitations(@Args() wanted: SurveyInvitationsArgs, @Context() context: GraphContext) {
    return this.queries.invitations(wanted, context.actor);
  }

  @Query(() => SurveyResultsType, { nullable: true, description: 'What a survey found, of the customers that one may see (调查结果)' })
  @Permit('sales.read-survey')
  async surveyResults(@Args('surveyId', { type: () => ID }) surveyId: string, @Context() context: GraphContext) {
    return this.queries.results(await this.surveysById.byId(context, surveyId), context.actor);
  }

  @ResolveField(() => QuestionnaireType, { nullable: true })
  questionnaire(@Parent() survey: SurveyCampaignType, @Context() context: GraphContext) {
    return this.questionnairesById.byId(context, survey.questionnaireId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  startedBy(@Parent() survey: SurveyCampaignType) {
    return { id: survey.startedBy };
  }
}

@Resolver(() => SurveyInvitationType)
export class SurveyInvitationResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly surveys: SurveyLoader,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() invitation: SurveyInvitationType, @Context() context: GraphContext) {
    return this.customers.byId(context, invitation.customerId);
  }

  @ResolveField(() => SurveyCampaignType, { nullable: true })
  survey(@Parent() invitation: SurveyInvitationType, @Context() context: GraphContext) {
    return this.surveys.byId(context, invitation.campaignId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who handed the link out; never whose customer it is (链接发出人)' })
  linkIssuedBy(@Parent() invitation: SurveyInvitationType) {
    return invitation.linkIssuedBy && { id: invitation.linkIssuedBy };
  }
}

@Resolver(() => SurveySalespersonResult)
export class SurveySalespersonResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() result: SurveySalespersonResult) {
    return { id: result.salespersonId };
  }
}

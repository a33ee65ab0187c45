import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Questionnaire } from '../../domain/care/questionnaire.js';
import type { SurveyCampaign } from '../../domain/care/survey.js';
import { SurveyQueries } from '../../queries/care/survey.queries.js';
import type { SurveyInvitationView } from '../../queries/care/survey.queries.js';

@Injectable()
export class QuestionnaireLoader extends EntityLoader<Questionnaire> {
  readonly typeName = 'Questionnaire';

  constructor(private readonly queries: SurveyQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Questionnaire[]> {
    return this.queries.questionnairesByIds(ids);
  }
}

@Injectable()
export class SurveyLoader extends EntityLoader<SurveyCampaign> {
  readonly typeName = 'SurveyCampaign';

  constructor(private readonly queries: SurveyQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly SurveyCampaign[]> {
    return this.queries.surveysByIds(ids);
  }
}

@Injectable()
export class SurveyInvitationLoader extends EntityLoader<SurveyInvitationView> {
  readonly typeName = 'SurveyInvitation';

  constructor(private readonly queries: SurveyQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly SurveyInvitationView[]> {
    return this.queries.invitationsByIds(ids, actor);
  }
}

/** What a customer was asked, newest first. */
@Injectable()
export class SurveysOfCustomer extends ListLoader<SurveyInvitationView> {
  constructor(private readonly queries: SurveyQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, SurveyInvitationView])[]> {
    return (await this.queries.ofCustomers(ids)).map((one) => [one.customerId, one] as const);
  }
}

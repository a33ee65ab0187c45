import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { Questionnaire } from '../../domain/care/questionnaire.js';
import { surveyResults } from '../../domain/care/survey-results.js';
import type { SurveyResults } from '../../domain/care/survey-results.js';
import type { SurveyCampaign, SurveyInvitation } from '../../domain/care/survey.js';
import { questionnaireCollection, surveyCollection, surveyInvitationCollection } from '../../persistence/care/survey.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

/** An invitation as colleagues see it: whether there is a link, never the link. */
export type SurveyInvitationView = Omit<SurveyInvitation, 'link'> & {
  readonly linkExpiresAt: Date | null;
  readonly linkIssuedBy: string | null;
};

export interface InvitationFilter extends PageRequest {
  readonly surveyId: string;
  readonly state?: string | null;
}

/** The read side of surveys; a salesperson sees the answers of his own customers. */
@Injectable()
export class SurveyQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  questionnaires(page: PageRequest): Promise<Page<Questionnaire>> {
    return pageOf(this.database.model(questionnaireCollection), page, { filter: {}, map: (row) => toPlain<Questionnaire>(row) });
  }

  async questionnairesByIds(ids: readonly string[]): Promise<Questionnaire[]> {
    const rows = await newestFirst(this.database.model(questionnaireCollection), { _id: { $in: [...ids] } });
    return rows.map((row) => toPlain<Questionnaire>(row));
  }

  surveys(page: PageRequest): Promise<Page<SurveyCampaign>> {
    return pageOf(this.database.model(surveyCollection), page, { filter: {}, map: (row) => toPlain<SurveyCampaign>(row) });
  }

  async surveysByIds(ids: readonly string[]): Promise<SurveyCampaign[]> {
    const rows = await newestFirst(this.database.model(surveyCollection), { _id: { $in: [...ids] } });
    return rows.map((row) => toPlain<SurveyCampaign>(row));
  }

  /** Who was asked, newest first; a state left out means both, so that the index serves either in its order. */
  invitations({ surveyId, state, ...page }: InvitationFilter, actor: Actor): Promise<Page<SurveyInvitationView>> {
    const filter = {
      campaignId: surveyId,
      state: { $in: state ? [state] : ['invited', 'answered'] },
      ...salesScope(actor, 'salespersonId'),
    };
    return pageOf(this.database.model(surveyInvitationCollection), page, { filter, map: invitationView });
  }

  async invitationsByIds(ids: readonly string[], actor: Actor): Promise<SurveyInvitationView[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.database.model(surveyInvitationCollection), filter)).map(invitationView);
  }

  async ofCustomers(customerIds: readonly string[]): Promise<SurveyInvitationView[]> {
    const rows = await newestFirst(this.database.model(surveyInvitationCollection), { customerId: { $in: [...customerIds] } });
    return rows.map(invitationView);
  }

  /** What a survey found, of the customers that one may see [5.2]. */
  async results(campaign: SurveyCampaign | null, actor: Actor): Promise<SurveyResults | null> {
    if (!campaign) return null;
    const [questionnaire] = await this.questionnairesByIds([campaign.questionnaireId]);
    const version = questionnaire?.versions.find(({ no }) => no === campaign.questionnaireVersion);
    const rows = await this.database
      .model(surveyInvitationCollection)
      .find({ campaignId: campaign.id, ...salesScope(actor, 'salespersonId') } as never, {
        salespersonId: 1,
        state: 1,
        overall: 1,
        answers: 1,
      })
      .lean<(Stored & Pick<SurveyInvitation, 'salespersonId' | 'state' | 'overall' | 'answers'>)[]>()
      .exec();
    const counted = rows.map((row) => ({ ...row, isAnswered: row.state === 'answered' }));
    return surveyResults(version?.questions ?? [], counted, await this.parameters.number('survey.minimal-sample', this.clock.today()));
  }
}

function invitationView(row: Stored): SurveyInvitationView {
  const { link, ...rest } = toPlain<SurveyInvitation>(row);
  return { ...rest, linkExpiresAt: link?.expiresAt ?? null, linkIssuedBy: link?.issuedBy ?? null };
}

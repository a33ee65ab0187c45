import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Questionnaire } from '../../domain/care/questionnaire.js';
import type { SurveyCampaign, SurveyInvitation } from '../../domain/care/survey.js';
import { questionnaireCollection, surveyCollection, surveyInvitationCollection } from './survey.schema.js';

@Injectable()
export class Questionnaires extends Repository<Questionnaire> {
  constructor(database: Database) {
    super(database, questionnaireCollection, 'questionnaire');
  }
}

@Injectable()
export class SurveyCampaigns extends Repository<SurveyCampaign> {
  constructor(database: Database) {
    super(database, surveyCollection, 'survey');
  }
}

@Injectable()
export class SurveyInvitations extends Repository<SurveyInvitation> {
  constructor(database: Database) {
    super(database, surveyInvitationCollection, 'survey invitation');
  }

  /** Which of these customers were asked already. */
  async asked(campaignId: string, customerIds: readonly string[], tx: Tx): Promise<ReadonlySet<string>> {
    const rows = await this.findMany({ campaignId, customerId: { $in: [...customerIds] } }, tx);
    return new Set(rows.map((row) => row.customerId));
  }
}

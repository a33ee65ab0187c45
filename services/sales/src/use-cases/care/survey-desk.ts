import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { checkAnswers, overallScore } from '../../domain/care/questionnaire.js';
import type { SurveyAnswer, SurveyQuestion } from '../../domain/care/questionnaire.js';
import { answerInvitation, requireRunning } from '../../domain/care/survey.js';
import type { AnswerWay, SurveyCampaign, SurveyInvitation } from '../../domain/care/survey.js';
import { Questionnaires, SurveyCampaigns, SurveyInvitations } from '../../persistence/care/survey.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { SatisfactionVoice } from './satisfaction-voice.js';

/** Answers as they come in. */
export interface AnswerRequest {
  readonly key: string;
  readonly score?: number | null;
  readonly choice?: string | null;
  readonly text?: string | null;
}

/** Takes answers to a survey, whichever way they come; the overall mark is told once. */
@Injectable()
export class SurveyDesk {
  constructor(
    readonly campaigns: SurveyCampaigns,
    readonly invitations: SurveyInvitations,
    private readonly questionnaires: Questionnaires,
    private readonly customers: Customers,
    private readonly voice: SatisfactionVoice,
    private readonly clock: BusinessClock,
  ) {}

  /** A survey that still takes answers. Throws NOT_FOUND or SURVEY_ENDED. */
  async running(campaignId: string, tx: Tx): Promise<SurveyCampaign> {
    const campaign = await this.campaigns.get(campaignId, tx);
    requireRunning(campaign, this.clock.today());
    return campaign;
  }

  /** An invitation is served by whose customer he is now. Throws DomainError NOT_FOUND. */
  async requireServing(actor: Actor, invitation: SurveyInvitation, tx: Tx): Promise<void> {
    requireInScope(actor, await this.servedBy(invitation, tx), { noun: 'survey invitation', id: invitation.id });
  }

  /** Whose customer he is now. */
  async servedBy({ customerId }: SurveyInvitation, tx: Tx): Promise<string> {
    return (await this.customers.get(customerId, tx)).ownerId;
  }

  async questionsOf(campaign: SurveyCampaign, tx: Tx): Promise<readonly SurveyQuestion[]> {
    const { versions } = await this.questionnaires.get(campaign.questionnaireId, tx);
    const version = versions.find(({ no }) => no === campaign.questionnaireVersion);
    if (!version) throw new DomainError('NOT_FOUND', { noun: 'questionnaire', id: campaign.questionnaireId });
    return version.questions;
  }

  /** Keeps the answers and tells the mark for whose customer he is now. */
  async take(
    invitation: SurveyInvitation,
    said: readonly AnswerRequest[],
    how: { way: AnswerWay; by: string | null },
    tx: Tx,
  ): Promise<void> {
    const questions = await this.questionsOf(await this.running(invitation.campaignId, tx), tx);
    const answers = checkAnswers(questions, said.map(plain));
    const overall = overallScore(questions, answers);
    const today = this.clock.today();
    const answered = { ...how, at: this.clock.now(), on: today };
    const kept = await this.invitations.save(answerInvitation(invitation, { answers, overall }, answered), tx);
    if (overall === null) return;
    const { id: customerId, ownerId: salespersonId } = await this.customers.get(kept.customerId, tx);
    await this.voice.tell({ customerId, salespersonId, source: 'SURVEY', sourceId: kept.id, score: overall, recordedOn: today }, tx);
  }
}

const plain = ({ key, score = null, choice = null, text = null }: AnswerRequest): SurveyAnswer => ({ key, score, choice, text });

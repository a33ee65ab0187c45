import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkQuestions } from '../../domain/care/questionnaire.js';
import type { QuestionKind, SurveyQuestion } from '../../domain/care/questionnaire.js';
import type { SurveyInvitation } from '../../domain/care/survey.js';
import { Questionnaires } from '../../persistence/care/survey.repository.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { SurveyDesk } from './survey-desk.js';

export interface QuestionRequest {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly choices?: readonly string[] | null;
  readonly required?: boolean | null;
  readonly overall?: boolean | null;
}

export interface PublishQuestionnaireRequest {
  readonly requestKey?: string | null;
  /** Another version of this one; a new questionnaire when left out. */
  readonly questionnaireId?: string | null;
  readonly name: string;
  readonly questions: readonly QuestionRequest[];
}

export interface StartSurveyRequest {
  readonly requestKey?: string | null;
  readonly questionnaireId: string;
  readonly name: string;
  readonly endsOn: LocalDate;
}

export interface InviteToSurveyRequest {
  readonly requestKey?: string | null;
  readonly surveyId: string;
  readonly customerIds: readonly string[];
}

const MOST_AT_ONCE = 100;

/** Publishes questionnaires, starts surveys and chooses the customers who are asked [5.2]. */
@Injectable()
export class RunSurvey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly questionnaires: Questionnaires,
    private readonly desk: SurveyDesk,
    private readonly customers: CustomerDesk,
    private readonly clock: BusinessClock,
  ) {}

  publish(actor: Actor, input: PublishQuestionnaireRequest): Promise<string> {
    const publishedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'publish-questionnaire', actor, input }, async (tx) => {
      const questions = input.questions.map(questionOf);
      checkQuestions(questions);
      const name = namedWell(input.name);
      const known = input.questionnaireId ? await this.questionnaires.get(input.questionnaireId, tx) : null;
      const version = { no: (known?.versions.length ?? 0) + 1, questions, publishedBy, publishedAt: this.clock.now() };
      const next = { ...(known ?? { id: newId('qst'), version: 0 }), name, versions: [...(known?.versions ?? []), version] };
      return (await (known ? this.questionnaires.save(next, tx) : this.questionnaires.insert(next, tx))).id;
    });
  }

  start(actor: Actor, input: StartSurveyRequest): Promise<string> {
    const startedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'start-survey', actor, input }, async (tx) => {
      const { versions } = await this.questionnaires.get(input.questionnaireId, tx);
      const today = this.clock.today();
      if (input.endsOn < today) throw new DomainError('SURVEY_ENDED', { endsOn: input.endsOn }, 'endsOn');
      const { questionnaireId, endsOn } = input;
      const of = { questionnaireId, questionnaireVersion: versions.length, startedOn: today, endsOn, startedBy };
      return (await this.desk.campaigns.insert({ id: newId('svy'), version: 0, name: namedWell(input.name), ...of }, tx)).id;
    });
  }

  /** Own customers only; who was asked already is not asked again. */
  invite(actor: Actor, input: InviteToSurveyRequest): Promise<string> {
    return this.work.once({ operation: 'invite-to-survey', actor, input }, async (tx) => {
      const { id: campaignId } = await this.desk.running(input.surveyId, tx);
      const chosen = [...new Set(input.customerIds)];
      if (chosen.length === 0 || chosen.length > MOST_AT_ONCE)
        throw new DomainError('INPUT_INVALID', { problem: `1 to ${MOST_AT_ONCE} customers at a time` }, 'customerIds');
      const asked = await this.desk.invitations.asked(campaignId, chosen, tx);
      for (const customerId of chosen) {
        const { ownerId: salespersonId } = await this.customers.get(actor, customerId, tx);
        if (asked.has(customerId)) continue;
        const open = { state: 'invited' as const, invitedOn: this.clock.today(), link: null, answers: [], overall: null, answered: null };
        const invitation: SurveyInvitation = { id: newId('svi'), version: 0, campaignId, customerId, salespersonId, ...open };
        await this.desk.invitations.insert(invitation, tx);
      }
      return campaignId;
    });
  }
}

function questionOf({ key, kind, text, choices, required, overall }: QuestionRequest): SurveyQuestion {
  return { key, kind, text: text.trim(), choices: choices ?? [], required: required ?? true, overall: overall ?? false };
}

function namedWell(text: string): string {
  const name = text.trim();
  if (name.length < 2 || name.length > 100) throw new DomainError('NAME_INVALID', {}, 'name');
  return name;
}

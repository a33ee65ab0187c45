import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { SurveyQuestion } from '../../domain/care/questionnaire.js';
import { judgeLink, requireOpen } from '../../domain/care/survey.js';
import type { SurveyInvitation } from '../../domain/care/survey.js';
import { SurveyDesk } from './survey-desk.js';
import type { AnswerRequest } from './survey-desk.js';
import { readSurveyToken } from './survey-token.js';

/** What a customer sees of a survey: its name and its questions, nothing about anybody. */
export interface OpenedSurvey {
  readonly name: string;
  readonly questions: readonly SurveyQuestion[];
}

/**
 * A customer answers by himself. Nobody is signed in, and who is signed in is no customer: the link is all he has. It is good once and for a while; wrong secrets are counted
 * and lock it, and whoever has none learns nothing, not even whether there is such a survey [5.2].
 */
@Injectable()
export class AnswerSurveyLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SurveyDesk,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  open(actor: Actor, token: string): Promise<OpenedSurvey> {
    return this.withLink(actor, { operation: 'open-survey-link', token }, async (invitation, tx) => {
      const campaign = await this.desk.running(invitation.campaignId, tx);
      return { name: campaign.name, questions: await this.desk.questionsOf(campaign, tx) };
    });
  }

  answer(actor: Actor, input: { readonly token: string; readonly answers: readonly AnswerRequest[] }): Promise<true> {
    return this.withLink(actor, { operation: 'answer-survey-link', token: input.token }, async (invitation, tx) => {
      await this.desk.take(invitation, input.answers, { way: 'LINK', by: null }, tx);
      return true as const;
    });
  }

  /** A wrong secret has to be counted, so its refusal is thrown only after the count is kept. */
  private async withLink<T>(
    actor: Actor,
    asked: { operation: string; token: string },
    act: (invitation: SurveyInvitation, tx: Tx) => Promise<T>,
  ): Promise<T> {
    if (actor.kind === 'employee') throw new DomainError('SURVEY_LINK_FOR_CUSTOMER', {}, 'token');
    const link = readSurveyToken(asked.token);
    if (!link) throw new DomainError('SURVEY_LINK_REFUSED', {}, 'token');
    const most = await this.parameters.number('survey.link-attempts', this.clock.today());
    const outcome = await this.work.run({ actor, operation: asked.operation }, async (tx) => {
      const invitation = await this.desk.invitations.find(link.invitationId, tx);
      const verdict = judgeLink(invitation?.link ?? null, link.hash, most);
      if (invitation && verdict === 'GOOD') {
        requireOpen(invitation, this.clock.now());
        return { answer: await act(invitation, tx) };
      }
      if (invitation?.link && verdict === 'WRONG')
        await this.desk.invitations.save({ ...invitation, link: { ...invitation.link, failures: invitation.link.failures + 1 } }, tx);
      return null;
    });
    if (!outcome) throw new DomainError('SURVEY_LINK_REFUSED', {}, 'token');
    return outcome.answer;
  }
}

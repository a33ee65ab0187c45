import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, employeeIdOf, instantOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { requireDisinterested, requireNotIssuer, requireOpen } from '../../domain/care/survey.js';
import { SurveyDesk } from './survey-desk.js';
import type { AnswerRequest } from './survey-desk.js';
import { newSurveyToken } from './survey-token.js';

export interface IssueSurveyLinkRequest {
  readonly invitationId: string;
}

export interface RecordSurveyAnswersRequest extends IssueSurveyLinkRequest {
  readonly requestKey?: string | null;
  readonly answers: readonly AnswerRequest[];
}

export interface IssuedSurveyLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * A customer who was asked answers during a visit, where his salesperson writes it down, or by himself through a link. That one the manager or
 * compliance hands out, because who holds it could answer for the customer [5.2].
 */
@Injectable()
export class ServeSurvey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SurveyDesk,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** The token is shown this once, to who hands it out; an earlier link is void. Never stored under a request key: nothing is kept of it but a hash. */
  issueLink(actor: Actor, input: IssueSurveyLinkRequest): Promise<IssuedSurveyLink> {
    const issuedBy = employeeIdOf(actor);
    return this.work.run({ operation: 'issue-survey-link', actor }, async (tx) => {
      const invitation = await this.desk.invitations.get(input.invitationId, tx);
      requireDisinterested(issuedBy, invitation, await this.desk.servedBy(invitation, tx));
      requireOpen({ ...invitation, link: null }, this.clock.now());
      const { endsOn } = await this.desk.running(invitation.campaignId, tx);
      const today = this.clock.today();
      const lastOn = addDays(today, await this.parameters.number('survey.link-validity', today));
      const expiresAt = instantOf(addDays(lastOn < endsOn ? lastOn : endsOn, 1));
      const { token, hash } = newSurveyToken(invitation.id);
      await this.desk.invitations.save({ ...invitation, link: { hash, expiresAt, failures: 0, issuedBy, issuedAt: this.clock.now() } }, tx);
      return { token, expiresAt };
    });
  }

  recordAnswers(actor: Actor, input: RecordSurveyAnswersRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'record-survey-answers', actor, input }, async (tx) => {
      const invitation = await this.desk.invitations.get(input.invitationId, tx);
      await this.desk.requireServing(actor, invitation, tx);
      requireNotIssuer(by, invitation);
      await this.desk.take(invitation, input.answers, { way: 'VISIT', by }, tx);
      return invitation.id;
    });
  }
}

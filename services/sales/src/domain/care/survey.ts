import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { SurveyAnswer } from './questionnaire.js';

// A survey (满意度调查) puts one version of a questionnaire to chosen customers until a day. Each answers once: in the salesperson's presence, or by
// himself through a link that runs out and that nobody can guess. Whose work is judged never holds it: somebody else hands it out, and who did
// stays written beside the answer. Of the link nothing is kept but a hash.

export interface SurveyCampaign {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: number;
  readonly startedOn: LocalDate;
  /** Last day on which answers are taken. */
  readonly endsOn: LocalDate;
  readonly startedBy: string;
}

export const ANSWER_WAYS = ['LINK', 'VISIT'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

export interface SurveyLink {
  readonly hash: string;
  readonly expiresAt: Date;
  /** Attempts with a wrong secret. */
  readonly failures: number;
  /** Who handed it out, and when: the only one who has seen it beside the customer. */
  readonly issuedBy: string;
  readonly issuedAt: Date;
}

export interface SurveyInvitation {
  readonly id: string;
  readonly version: number;
  readonly campaignId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly state: 'invited' | 'answered';
  readonly invitedOn: LocalDate;
  readonly link: SurveyLink | null;
  readonly answers: readonly SurveyAnswer[];
  readonly overall: number | null;
  readonly answered: { readonly way: AnswerWay; readonly by: string | null; readonly at: Date; readonly on: LocalDate } | null;
}

/** Throws DomainError SURVEY_ENDED after its last day. */
export function requireRunning(campaign: Pick<SurveyCampaign, 'endsOn'>, today: LocalDate): void {
  if (today > campaign.endsOn) throw new DomainError('SURVEY_ENDED', { endsOn: campaign.endsOn });
}

/** A link is handed out by somebody else than who serves the customer, now or when he was asked. Throws SURVEY_LINK_OWN_CUSTOMER. */
export function requireDisinterested(employeeId: string, invitation: Pick<SurveyInvitation, 'salespersonId'>, servedBy: string): void {
  if ([invitation.salespersonId, servedBy].includes(employeeId)) throw new DomainError('SURVEY_LINK_OWN_CUSTOMER');
}

/** What somebody with a link may know: nothing, when his secret is wrong or too many were. */
export function judgeLink(link: SurveyLink | null, hash: string, mostFailures: number): 'GOOD' | 'WRONG' | 'LOCKED' {
  if (!link || link.failures >= mostFailures) return 'LOCKED';
  return link.hash === hash ? 'GOOD' : 'WRONG';
}

/** Who had a link in his hands answers nothing for the customer, not even as his visitor. Throws DomainError SURVEY_LINK_ISSUER. */
export function requireNotIssuer(by: string, { link }: Pick<SurveyInvitation, 'link'>): void {
  if (link?.issuedBy === by) throw new DomainError('SURVEY_LINK_ISSUER', {}, 'invitationId');
}

/** With the right secret: throws SURVEY_ANSWERED or SURVEY_LINK_EXPIRED. */
export function requireOpen(invitation: SurveyInvitation, now: Date): void {
  if (invitation.state === 'answered') throw new DomainError('SURVEY_ANSWERED');
  if (invitation.link && invitation.link.expiresAt <= now) throw new DomainError('SURVEY_LINK_EXPIRED');
}

/** The invitation with its answers, once; the link is void from then on. Throws SURVEY_ANSWERED. */
export function answerInvitation(
  invitation: SurveyInvitation,
  given: { answers: readonly SurveyAnswer[]; overall: number | null },
  answered: NonNullable<SurveyInvitation['answered']>,
): SurveyInvitation {
  if (invitation.state === 'answered') throw new DomainError('SURVEY_ANSWERED');
  return { ...invitation, ...given, state: 'answered', answered };
}

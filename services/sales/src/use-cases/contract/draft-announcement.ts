import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { askedReview, reviewReasons } from '../../domain/contract/contract-review.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { ContractRules } from './contract-rules.js';

/** What others owe a draft: the cost sheet of exactly its terms from finance, and a review from compliance where it is large or not the template's text. */
@Injectable()
export class DraftAnnouncement {
  constructor(
    private readonly rules: ContractRules,
    private readonly deadlines: WorkingDeadlines,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** The draft with the review that was asked for, if one is needed. */
  async tell(application: LoanApplication, draft: LoanContract, changed: readonly string[], tx: Tx): Promise<LoanContract> {
    await this.askCostSheet(application, draft, tx);
    const reasons = reviewReasons(draft.terms.amountFen, changed, await this.rules.reviewFrom());
    if (reasons.length === 0) return draft;
    const askedAt = this.clock.now();
    const dueAt = await this.deadlines.dueAt('deadline.review-contract', askedAt);
    const { id: contractId, number: contractNumber, contractHash, templateVersion, terms } = draft;
    const about = { applicationId: application.id, participants: [...application.participants], contractId, contractNumber, contractHash };
    const asked = { reasons: [...reasons], changedClauses: [...changed] };
    const data = {
      ...about,
      templateVersion,
      amountFen: terms.amountFen,
      ...asked,
      dueAt: dueAt.toISOString(),
    } as HandoffData<'review-contract'>;
    const handoffId = await this.handoffs.send('review-contract', { subject: application.id, data }, tx);
    return { ...draft, review: askedReview({ handoffId, ...asked, askedAt, dueAt }) };
  }

  /** The draft counts no more: compliance need not look at it. */
  async dropped({ id: contractId, applicationId, review }: LoanContract, reason: string, tx: Tx): Promise<void> {
    if (review?.state !== 'asked') return;
    await this.outbox.add(event('sales.contract-review-dropped.v1', applicationId, { applicationId, contractId, reason }), tx);
  }

  private async askCostSheet(application: LoanApplication, draft: LoanContract, tx: Tx): Promise<void> {
    const { id: applicationId, participants } = application;
    const { id: contractId, decisionId, terms, startOn } = draft;
    const data = {
      applicationId,
      participants: [...participants],
      contractId,
      decisionId,
      ...terms,
      startOn,
    } as HandoffData<'issue-cost-sheet'>;
    await this.handoffs.send('issue-cost-sheet', { subject: applicationId, data }, tx);
  }
}

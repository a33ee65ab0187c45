import { Injectable } from '@nestjs/common';
import { invariant } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { isOwed } from '../../domain/decision/condition-days.js';
import type { StoredDecision } from '../../persistence/decision/decision.repository.js';

/** Tells the company of a decision and gives sales the work that follows from it. */
@Injectable()
export class DecisionAnnouncement {
  constructor(
    private readonly outbox: Outbox,
    private readonly handoffs: Handoffs,
  ) {}

  /** Event, completion of risk's handoff, next handoff to sales: in this order in the lane of the application. */
  async announce(decision: StoredDecision, of: { readonly handoffId: string | null; readonly customerId: string }, tx: Tx): Promise<void> {
    await this.outbox.add(decisionMade(decision, of.customerId), tx);
    if (of.handoffId !== null)
      await this.handoffs.complete(of.handoffId, { decisionId: decision.id, caseId: decision.caseId, result: decision.result }, tx);
    if (decision.result === 'APPROVED') await this.askForContract(decision, tx);
    else if (decision.result === 'CONDITIONAL') await this.askForConditions(decision, tx);
    else await this.askToInform(decision, tx);
  }

  async conditionsConfirmed(decision: StoredDecision, confirmedBy: string, tx: Tx): Promise<void> {
    const { id: decisionId, applicationId } = decision;
    await this.outbox.add(event('approval.conditions-confirmed.v1', applicationId, { applicationId, decisionId, confirmedBy }), tx);
    // There is none when the last condition was waived while sales still looked for its evidence.
    const confirm = await this.handoffs.findOpen('confirm-conditions', applicationId, tx);
    if (confirm) await this.handoffs.complete(confirm._id, { decisionId }, tx);
    await this.askForContract(decision, tx);
  }

  /** Sales is asked again for what came back, and for nothing else. */
  async conditionsReturned(decision: StoredDecision, reasons: readonly string[], tx: Tx): Promise<void> {
    const parts = decision.conditions.filter(isOwed).map(({ conditionId }) => conditionId);
    const confirm = await this.handoffs.getOpen('confirm-conditions', decision.applicationId, tx);
    await this.handoffs.returnToSender(confirm._id, { code: 'EVIDENCE_NOT_ACCEPTED', reasons, parts }, tx);
  }

  private async askForContract(decision: StoredDecision, tx: Tx): Promise<void> {
    const { terms, validUntil } = decision;
    invariant(terms && validUntil, 'an approval has terms and a last day');
    await this.handoffs.send('sign-contract', { subject: decision.applicationId, data: { ...about(decision), ...terms, validUntil } }, tx);
  }

  private async askForConditions(decision: StoredDecision, tx: Tx): Promise<void> {
    const conditions = decision.conditions.map(({ conditionId, text, evidenceKind, dueOn }) => ({
      conditionId,
      text,
      evidenceKind,
      dueOn,
    }));
    await this.handoffs.send('fulfil-conditions', { subject: decision.applicationId, data: { ...about(decision), conditions } }, tx);
  }

  private async askToInform(decision: StoredDecision, tx: Tx): Promise<void> {
    await this.handoffs.send('inform-customer', { subject: decision.applicationId, data: { ...about(decision), result: 'REJECTED' } }, tx);
  }
}

function about(decision: StoredDecision) {
  return { applicationId: decision.applicationId, participants: [...decision.participants], decisionId: decision.id };
}

function decisionMade(decision: StoredDecision, customerId: string): OutgoingEvent {
  const { reportId, reportVersion, reportHash, scorecardId, scorecardVersion, scorecardHash } = decision.report;
  return event('approval.decision-made.v1', decision.applicationId, {
    ...about(decision),
    customerId,
    caseId: decision.caseId,
    result: decision.result,
    terms: decision.terms,
    validUntil: decision.validUntil,
    conditionIds: decision.conditions.map((one) => one.conditionId),
    reportId,
    reportVersion,
    reportHash,
    policyVersion: decision.policyVersion,
    ...(decision.policyHash ? { policyHash: decision.policyHash } : {}),
    ...{ scorecardId, scorecardVersion },
    ...(scorecardHash ? { scorecardHash } : {}),
    minutesHash: decision.minutesHash,
    decidedOn: decision.decidedOn,
  });
}

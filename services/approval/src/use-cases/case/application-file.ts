import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { lapse } from '../../domain/decision/conditions.js';
import { lookedAtAgain } from '../../domain/decision/reconsider.js';
import type { KnownBefore } from '../../domain/decision/reconsider.js';
import { decisionMachine } from '../../domain/decision/decision.machine.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import type { StoredDecision } from '../../persistence/decision/decision.repository.js';
import { ApplicationStages } from '../../persistence/projection.repository.js';

const CONFIRM = 'confirm-conditions' as const;

/** Everything approval holds about one application: its stage, its cases, its decisions, its open handoffs. */
@Injectable()
export class ApplicationFile {
  constructor(
    private readonly stages: ApplicationStages,
    private readonly cases: ApprovalCases,
    private readonly decisions: Decisions,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
  ) {}

  /** Work that arrives after the customer withdrew is taken back at once; true when it was. */
  async recallWhenWithdrawn(applicationId: string, handoffId: string, tx: Tx): Promise<boolean> {
    // Written although nothing new is known: a withdrawal that crosses this work conflicts with it instead of missing it.
    const stage = await this.stages.note(applicationId, {}, tx);
    if (!stage.withdrawnAt) return false;
    await this.handoffs.recall(handoffId, stage.withdrawnReason ?? 'withdrawn', tx);
    return true;
  }

  /**
   * The rejection, or the approval that lapsed over a condition, that a new report asks to look at again, or null. Throws ALREADY_DECIDED, CASE_STILL_OPEN, APPROVAL_IN_FORCE or
   * RECONSIDERED_ALREADY.
   */
  async checkFree(applicationId: string, reportId: string, tx: Tx): Promise<string | null> {
    const cases = await this.cases.ofApplication(applicationId, tx);
    const same = cases.find((one) => one.report.reportId === reportId);
    if (same) throw new DomainError('ALREADY_DECIDED', { caseId: same.id });
    const open = cases.find((one) => one.state === 'open');
    if (open) throw new DomainError('CASE_STILL_OPEN', { caseId: open.id });
    const decisions = await this.decisions.ofApplication(applicationId, tx);
    const standing = decisions.find(stands);
    if (standing) throw new DomainError('APPROVAL_IN_FORCE', { decisionId: standing.id });
    return lookedAtAgain(decisions, cases)?.id ?? null;
  }

  /** What there was about the application until now: its cases, its papers, and who serves it, as far as sales told. */
  async knownOf(applicationId: string, tx: Tx): Promise<KnownBefore> {
    const stage = await this.stages.find(applicationId, tx);
    const cases = await this.cases.ofApplication(applicationId, tx);
    return { cases, seen: stage?.documentHashes ?? [], filed: stage?.papers ?? [], salespersonId: stage?.salespersonId ?? null };
  }

  /** Who serves the customer now, where sales told that it changed; null when it did not. */
  async salespersonOf(applicationId: string, tx: Tx): Promise<string | null> {
    return (await this.stages.find(applicationId, tx))?.salespersonId ?? null;
  }

  /** Papers that lie before the committee as evidence: none of them is a new fact later. */
  noteSeen(applicationId: string, evidence: readonly { readonly sha256: string }[], tx: Tx): Promise<void> {
    return this.stages.noteSeen(applicationId, [...new Set(evidence.map(({ sha256 }) => sha256))], tx);
  }

  /** Throws CASE_STILL_OPEN or APPROVAL_IN_FORCE, and APPLICATION_WITHDRAWN. */
  async checkNothingOpen(applicationId: string, tx: Tx): Promise<void> {
    // Written although nothing new is known: a withdrawal that crosses this conflicts with it instead of missing it.
    const stage = await this.stages.note(applicationId, {}, tx);
    if (stage.withdrawnAt) throw new DomainError('APPLICATION_WITHDRAWN');
    const open = (await this.cases.ofApplication(applicationId, tx)).find((one) => one.state === 'open');
    if (open) throw new DomainError('CASE_STILL_OPEN', { caseId: open.id });
    const standing = (await this.decisions.ofApplication(applicationId, tx)).find(stands);
    if (standing) throw new DomainError('APPROVAL_IN_FORCE', { decisionId: standing.id });
  }

  /** Takes the force from an approval, says so to sales and finance and returns evidence that waits; false when it had none. */
  async lapse(decision: StoredDecision, reason: string, tx: Tx): Promise<boolean> {
    const lapsed = lapse(decision, reason);
    if (!lapsed) return false;
    await this.decisions.save(lapsed, tx);
    const { id: decisionId, applicationId } = decision;
    await this.outbox.add(event('approval.decision-lapsed.v1', applicationId, { applicationId, decisionId, reason }), tx);
    const waiting = await this.handoffs.findOpen(CONFIRM, applicationId, tx);
    if (waiting) await this.handoffs.returnToSender(waiting._id, { code: 'DECISION_LAPSED', reasons: [reason] }, tx);
    return true;
  }
}

/** True for an approval that may still lead to money, or has. */
function stands({ state }: StoredDecision): boolean {
  return state === 'signed' || decisionMachine.can(state, 'lapse');
}

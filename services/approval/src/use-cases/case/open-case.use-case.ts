import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { NotYetSeen } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { conflictOf, servedBy, withSalesperson } from '../../domain/case/approval-case.js';
import type { Recusal } from '../../domain/case/approval-case.js';
import { caseMachine } from '../../domain/case/case.machine.js';
import { mayVote } from '../../domain/member/member.js';
import { bandsFor, policyInForce } from '../../domain/policy/policy.js';
import type { CommitteePolicy } from '../../domain/policy/policy.js';
import { checkProductFit, productInForce } from '../../domain/policy/product-fit.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';
import { Products } from '../../persistence/projection.repository.js';
import { ApplicationFile } from './application-file.js';
import { Committee } from '../committee/committee.js';

type DecideApplication = HandoffData<'decide-application'>;

/**
 * Opens a case on risk's final report; there is no other way in [4.11, gate G4]. An application beyond the authority of
 * the company or unfit for its product is refused, which returns the handoff with its code; a withdrawn one is recalled.
 */
@Injectable()
export class OpenCase {
  constructor(
    private readonly cases: ApprovalCases,
    private readonly products: Products,
    private readonly policies: CommitteePolicies,
    private readonly file: ApplicationFile,
    private readonly committee: Committee,
  ) {}

  async apply(message: HandoffMessage<'decide-application'>, tx: Tx): Promise<void> {
    const { data } = message;
    if (await this.file.recallWhenWithdrawn(data.applicationId, message.handoffId, tx)) return;
    const reconsiders = await this.file.checkFree(data.applicationId, data.reportId, tx);
    const today = this.committee.today();
    const policy = policyInForce(await this.policies.approved(tx), today);
    await this.checkProduct(data, policy, tx);
    const bands = bandsFor(policy, data);
    const { policyVersion, contentHash: policyHash } = policy;
    const moments = { openedOn: today, openedAt: this.committee.now(), dueAt: await this.committee.after('deadline.decide-application') };
    const handed = openedCase(data, { handoffId: message.handoffId, policyVersion, policyHash, bands, reconsiders, ...moments });
    // Who serves the customer now: he may have changed hands while risk was at work.
    const opened = servedBy(handed, (await this.file.salespersonOf(data.applicationId, tx)) ?? data.salespersonId);
    const recused = { ...opened, recusals: await this.conflicts(opened, tx) };
    await this.cases.insert(await this.committee.withTies(recused, tx), tx);
  }

  private async checkProduct(data: DecideApplication, policy: CommitteePolicy, tx: Tx): Promise<void> {
    const versions = await this.products.versionsOf(data.productId, tx);
    if (versions.length === 0) throw new NotYetSeen(data.productId, 'finance');
    checkProductFit(data, productInForce(versions, this.committee.today()), policy.productLimits);
  }

  /** Members who sold or investigated the loan stand aside from the first moment, on the record. */
  private async conflicts(opened: StoredCase, tx: Tx): Promise<Recusal[]> {
    const at = this.committee.now();
    const members = new Set((await this.committee.roll(tx)).terms.filter(mayVote).map((term) => term.employeeId));
    return [...members].flatMap((employeeId) => {
      const conflict = conflictOf(opened, employeeId);
      return conflict ? [{ employeeId, reason: conflict, kind: 'CONFLICT' as const, at }] : [];
    });
  }
}

type Placement = Pick<
  StoredCase,
  'handoffId' | 'policyVersion' | 'policyHash' | 'bands' | 'reconsiders' | 'openedOn' | 'openedAt' | 'dueAt'
>;

function openedCase(data: DecideApplication, placement: Placement): StoredCase {
  return {
    id: newId('cas'),
    version: 0,
    ...placement,
    state: caseMachine.initial,
    applicationId: data.applicationId,
    customerId: data.customerId,
    customerType: data.customerType,
    salespersonId: data.salespersonId,
    purpose: data.purpose,
    asked: {
      productId: data.productId,
      amountFen: data.amountFen,
      termMonths: data.termMonths,
      annualRate: data.annualRate,
      method: data.method,
    },
    report: {
      investigationId: data.investigationId,
      reportId: data.reportId,
      reportVersion: data.reportVersion,
      reportHash: data.reportHash,
      rating: data.rating,
      recommendation: data.recommendation,
      score: data.score,
      scorecardId: data.scorecardId,
      scorecardVersion: data.scorecardVersion,
      scorecardHash: data.scorecardHash ?? null,
      recommendedAmountFen: data.recommendedAmountFen,
      recommendedTermMonths: data.recommendedTermMonths,
      recommendedAnnualRate: data.recommendedAnnualRate,
    },
    participants: withSalesperson(data.participants, data.salespersonId),
    recusals: [],
    opinions: [],
    votes: [],
    veto: null,
    proposal: null,
    withdrawnReason: null,
    ...{ circulation: null, ballotDueAt: null, reschedulings: [], questions: [], newFacts: null },
  };
}

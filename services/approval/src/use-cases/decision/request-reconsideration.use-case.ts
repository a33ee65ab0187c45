import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { servedBy } from '../../domain/case/approval-case.js';
import { caseMachine } from '../../domain/case/case.machine.js';
import { checkReconsideration } from '../../domain/decision/reconsider.js';
import type { Asker } from '../../domain/decision/reconsider.js';
import { bandsFor, policyInForce } from '../../domain/policy/policy.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { ApplicationFile } from '../case/application-file.js';
import { Committee } from '../committee/committee.js';

export interface RequestReconsiderationRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
  /** What is new. */
  readonly facts: string;
  readonly documents: readonly { readonly fileId: string; readonly sha256: string }[];
}

/**
 * Whoever serves the customer, or the manager of sales, asks the committee to look at a rejection once more, with a paper that is new in the file: a new
 * case under the policy in force [4.12, 4.13].
 */
@Injectable()
export class RequestReconsideration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly decisions: Decisions,
    private readonly policies: CommitteePolicies,
    private readonly file: ApplicationFile,
    private readonly committee: Committee,
  ) {}

  async execute(actor: Actor, input: RequestReconsiderationRequest): Promise<string> {
    const dueAt = await this.committee.after('deadline.decide-application');
    return this.work.once({ operation: 'request-reconsideration', actor, input }, async (tx) => {
      const decision = await this.decisions.get(input.decisionId, tx);
      const facts = { text: input.facts.trim(), documents: input.documents, requestedBy: employeeIdOf(actor), at: this.committee.now() };
      const known = await this.file.knownOf(decision.applicationId, tx);
      checkReconsideration(decision, facts, known, askerOf(actor));
      await this.file.checkNothingOpen(decision.applicationId, tx);
      const before = await this.cases.get(decision.caseId, tx);
      const policy = policyInForce(await this.policies.approved(tx), this.committee.today());
      const { policyVersion, contentHash: policyHash } = policy;
      const bands = bandsFor(policy, { amountFen: before.asked.amountFen, customerType: before.customerType });
      const opened = { openedOn: this.committee.today(), openedAt: this.committee.now(), dueAt };
      const again = {
        ...servedBy(afresh(before), known.salespersonId ?? before.salespersonId),
        policyVersion,
        policyHash,
        bands,
        ...opened,
        reconsiders: decision.id,
        newFacts: facts,
      };
      return (await this.cases.insert(await this.committee.withTies(again, tx), tx)).id;
    });
  }
}

function askerOf(actor: Actor): Asker {
  return { employeeId: employeeIdOf(actor), leadsSales: actor.kind === 'employee' && actor.roles.includes('sales-manager') };
}

/** What the customer asked for and the report said, without anything that the committee did; who had to stand aside still has to. */
function afresh(before: StoredCase): StoredCase {
  return {
    ...before,
    ...{ id: newId('cas'), version: 0, handoffId: null, state: caseMachine.initial },
    ...{ votes: [], veto: null, proposal: null, opinions: [], circulation: null, ballotDueAt: null },
    ...{ reschedulings: [], questions: [], withdrawnReason: null },
  };
}

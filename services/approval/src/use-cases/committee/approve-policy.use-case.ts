import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { approvePolicy } from '../../domain/policy/policy.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface PolicyAct {
  readonly requestKey?: string | null;
  readonly policyId: string;
}

/** Another person than the drafter lets a version of the policy take effect from its day [4.12]. */
@Injectable()
export class ApprovePolicy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policies: CommitteePolicies,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: PolicyAct): Promise<string> {
    return this.work.once({ operation: 'approve-policy', actor, input }, async (tx) => {
      const approved = approvePolicy(await this.policies.get(input.policyId, tx), employeeIdOf(actor), this.committee.today());
      await this.policies.save({ ...approved, approvedAt: this.committee.now() }, tx);
      return approved.id;
    });
  }
}

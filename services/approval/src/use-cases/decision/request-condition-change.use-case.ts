import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requestChange } from '../../domain/decision/condition-change.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';

export interface RequestConditionChangeRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
  readonly conditionId: string;
  readonly kind: 'WAIVE' | 'EXTEND';
  /** Of an extension. */
  readonly newDueOn?: LocalDate | null;
  readonly reason: string;
}

/** Puts before the committee that a condition be waived or its day put off; the policy of the decision says who may [4.14]. */
@Injectable()
export class RequestConditionChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly policies: CommitteePolicies,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: RequestConditionChangeRequest): Promise<string> {
    return this.work.once({ operation: 'request-condition-change', actor, input }, async (tx) => {
      const decision = await this.decisions.get(input.decisionId, tx);
      const policy = await this.policies.ofVersion(decision.policyVersion, tx);
      const { conditionId, kind, reason } = input;
      const asked = { conditionId, kind, newDueOn: input.newDueOn ?? null, reason, requestedBy: employeeIdOf(actor) };
      const change = { ...asked, rule: policy?.conditionChange ?? ('VOTE' as const) };
      await this.decisions.save(requestChange(decision, change, this.committee.today()), tx);
      return decision.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';
import { Recusals } from './recusals.js';

export interface RecuseMemberRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  readonly employeeId: string;
  readonly reason: string;
}

/** The chair or secretary makes a member with a conflict stand aside [4.12]. */
@Injectable()
export class RecuseMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly recusals: Recusals,
  ) {}

  execute(actor: Actor, input: RecuseMemberRequest): Promise<string> {
    return this.work.once({ operation: 'recuse-member', actor, input }, async (tx) => {
      const approvalCase = await this.cases.get(input.caseId, tx);
      const { employeeId, reason } = input;
      await this.recusals.standAside(approvalCase, { employeeId, reason, kind: 'FORCED', at: this.committee.now() }, tx);
      return approvalCase.id;
    });
  }
}

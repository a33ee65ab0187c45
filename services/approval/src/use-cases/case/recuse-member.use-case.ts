import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { recuse } from '../../domain/case/ballot.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';

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
  ) {}

  execute(actor: Actor, input: RecuseMemberRequest): Promise<string> {
    return this.work.once({ operation: 'recuse-member', actor, input }, async (tx) => {
      const approvalCase = await this.cases.get(input.caseId, tx);
      const { employeeId, reason } = input;
      await this.cases.save(recuse(approvalCase, { employeeId, reason, kind: 'FORCED', at: this.committee.now() }), tx);
      return approvalCase.id;
    });
  }
}

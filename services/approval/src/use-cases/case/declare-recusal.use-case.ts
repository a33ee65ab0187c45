import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';
import { Recusals } from './recusals.js';

export interface DeclareRecusalRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  readonly reason: string;
}

/** A member stands aside from a case; a vote already cast no longer counts [4.12]. */
@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly recusals: Recusals,
  ) {}

  execute(actor: Actor, input: DeclareRecusalRequest): Promise<string> {
    return this.work.once({ operation: 'declare-recusal', actor, input }, async (tx) => {
      const approvalCase = await this.cases.get(input.caseId, tx);
      const recusal = { employeeId: employeeIdOf(actor), reason: input.reason, kind: 'DECLARED' as const, at: this.committee.now() };
      await this.recusals.standAside(approvalCase, recusal, tx);
      return approvalCase.id;
    });
  }
}

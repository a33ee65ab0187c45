import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { vetoCase } from '../../domain/case/ballot.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';

export interface VetoCaseRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  readonly reason: string;
}

/** The chair's veto: it can turn the committee's yes into a no, never a no into a yes [4.12]. */
@Injectable()
export class VetoCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: VetoCaseRequest): Promise<string> {
    return this.work.once({ operation: 'veto-case', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      const stored = await this.cases.get(input.caseId, tx);
      this.committee.checkVoter(stored, employeeId);
      const { approvalCase, electorate } = await this.committee.look(stored, tx);
      const veto = { employeeId, reason: input.reason, at: this.committee.now() };
      await this.cases.save(vetoCase(approvalCase, electorate, veto), tx);
      return approvalCase.id;
    });
  }
}

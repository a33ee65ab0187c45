import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { castVote } from '../../domain/case/ballot.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';

export interface CastVoteRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  readonly choice: 'YES' | 'NO';
  readonly reason: string;
}

/** One named vote with a reason; who sold or investigated the loan never votes on it (gate G4) [4.12, 7.3]. */
@Injectable()
export class CastVote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: CastVoteRequest): Promise<string> {
    return this.work.once({ operation: 'cast-vote', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      const stored = await this.cases.get(input.caseId, tx);
      this.committee.checkVoter(stored, employeeId);
      const { approvalCase, electorate } = await this.committee.look(stored, tx);
      const ballot = { employeeId, choice: input.choice, reason: input.reason, at: this.committee.now() };
      await this.cases.save(castVote(approvalCase, electorate, ballot), tx);
      return approvalCase.id;
    });
  }
}

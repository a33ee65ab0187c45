import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { circulate } from '../../domain/case/circulation.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';
import { Committee } from '../committee/committee.js';

export interface CirculateCaseRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  /** The parameter committee.circulation-within when left out. */
  readonly dueAt?: Date | null;
}

/** Asks the members to vote one by one until a moment, without a sitting [4.12]. */
@Injectable()
export class CirculateCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly sessions: CommitteeSessions,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: CirculateCaseRequest): Promise<string> {
    return this.work.once({ operation: 'circulate-case', actor, input }, async (tx) => {
      const approvalCase = await this.cases.get(input.caseId, tx);
      const taken = await this.sessions.openWith([approvalCase.id], tx);
      if (taken.length > 0) throw new DomainError('AGENDA_CASE_TAKEN', { cases: [approvalCase.id] }, 'caseId');
      const dueAt = input.dueAt ?? (await this.committee.after('committee.circulation-within'));
      const start = { startedBy: employeeIdOf(actor), startedAt: this.committee.now(), dueAt };
      await this.cases.save(circulate(approvalCase, start), tx);
      return approvalCase.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import type { Roll } from '../../domain/case/electorate.js';
import { lasts } from '../../domain/member/conflict.js';
import type { DeclaredConflict } from '../../domain/member/conflict.js';
import { OFFICES } from '../../domain/member/member.js';
import type { Office } from '../../domain/member/member.js';
import { CommitteeAbsences, CommitteeConflicts, CommitteeMembers } from './committee.repository.js';
import type { StoredMember } from './committee.repository.js';

/** The role that hr must list a person with to hold an office. */
export const ROLE_OF: Readonly<Record<Office, Role>> = {
  CHAIR: 'committee-chair',
  MEMBER: 'committee-member',
  SECRETARY: 'committee-secretary',
  SUBSTITUTE: 'committee-member',
};

/** Who sits, who is away, who is tied to a customer: what is on record of the people, put together. */
@Injectable()
export class CommitteeRolls {
  constructor(
    private readonly members: CommitteeMembers,
    private readonly absences: CommitteeAbsences,
    private readonly conflicts: CommitteeConflicts,
    private readonly directory: EmployeeDirectory,
  ) {}

  async on(today: LocalDate, tx: Tx): Promise<Roll> {
    return { terms: await this.inOffice(tx), absences: await this.absences.from(today, tx) };
  }

  /** Open cases with those who are tied to their customer recused, whoever remembered to say so and whenever the tie was put on record. */
  async withTies<C extends ApprovalCase>(cases: readonly C[], now: { readonly at: Date; readonly today: LocalDate }, tx: Tx): Promise<C[]> {
    const customers = [...new Set(cases.map((one) => one.customerId))];
    const ties = (await this.conflicts.ofCustomers(customers, tx)).filter((tie) => lasts(tie, now.today));
    return cases.map((one) => withRecusals(one, ties, now.at));
  }

  /** Terms of people whom hr still lists with the role of their office: who left or moved on is in no quorum base. */
  private async inOffice(tx: Tx): Promise<StoredMember[]> {
    const holders = new Set<string>();
    for (const office of OFFICES) {
      for (const { _id } of await this.directory.holding(ROLE_OF[office], tx)) holders.add(`${office} ${_id}`);
    }
    return (await this.members.all(tx)).filter((term) => holders.has(`${term.office} ${term.employeeId}`));
  }
}

function withRecusals<C extends ApprovalCase>(approvalCase: C, ties: readonly DeclaredConflict[], at: Date): C {
  const known = approvalCase.recusals.map((one) => one.employeeId);
  const own = ties.filter((tie) => tie.customerId === approvalCase.customerId && !known.includes(tie.employeeId));
  if (own.length === 0 || approvalCase.state !== 'open') return approvalCase;
  const kinds = new Map(own.map((tie) => [tie.employeeId, tie.kind]));
  const added = [...kinds].map(([employeeId, reason]) => ({ employeeId, reason, kind: 'CONFLICT' as const, at }));
  return { ...approvalCase, recusals: [...approvalCase.recusals, ...added] };
}

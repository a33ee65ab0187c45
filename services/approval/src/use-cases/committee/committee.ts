import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import { electorateOf } from '../../domain/case/electorate.js';
import type { Electorate } from '../../domain/case/electorate.js';
import { OFFICES } from '../../domain/member/member.js';
import type { Office } from '../../domain/member/member.js';
import { CommitteeMembers } from '../../persistence/committee/committee.repository.js';
import type { StoredMember } from '../../persistence/committee/committee.repository.js';

/** The role that hr must list a person with to hold an office. */
export const ROLE_OF: Readonly<Record<Office, Role>> = {
  CHAIR: 'committee-chair',
  MEMBER: 'committee-member',
  SECRETARY: 'committee-secretary',
};

/** What every act on a case asks first: the day, who may decide today, how long an approval is good for. */
@Injectable()
export class Committee {
  constructor(
    private readonly members: CommitteeMembers,
    private readonly directory: EmployeeDirectory,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  today(): LocalDate {
    return this.clock.today();
  }

  now(): Date {
    return this.clock.now();
  }

  /** Throws DomainError COMMITTEE_TOO_SMALL. */
  async electorate(approvalCase: ApprovalCase, tx: Tx): Promise<Electorate> {
    return electorateOf(approvalCase, await this.inOffice(tx), this.today());
  }

  /** Days that an approval made today is in force (parameter `approval.validity`). */
  validityDays(): Promise<number> {
    return this.parameters.number('approval.validity', this.today());
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

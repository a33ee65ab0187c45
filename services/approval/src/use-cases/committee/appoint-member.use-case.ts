import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { checkAppointment, checkTermLimit } from '../../domain/member/member.js';
import type { Office } from '../../domain/member/member.js';
import { CommitteeMembers, CommitteePolicies, CommitteeRegisters } from '../../persistence/committee/committee.repository.js';
import { ROLE_OF } from '../../persistence/committee/committee-rolls.js';
import { Committee } from './committee.js';

export interface AppointMemberRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly office: Office;
  readonly fromOn?: LocalDate | null;
  readonly toOn?: LocalDate | null;
  /** Of a substitute: the member whose seat it is. */
  readonly substituteFor?: string | null;
}

/** Appoints a person to the committee for a term; hr must list the person with the role of the office [4.12]. */
@Injectable()
export class AppointMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: CommitteeMembers,
    private readonly registers: CommitteeRegisters,
    private readonly policies: CommitteePolicies,
    private readonly directory: EmployeeDirectory,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: AppointMemberRequest): Promise<string> {
    return this.work.once({ operation: 'appoint-member', actor, input }, async (tx) => {
      const { employeeId, office } = input;
      await this.checkRole(employeeId, ROLE_OF[office], tx);
      const term = { employeeId, office, fromOn: input.fromOn ?? this.committee.today(), toOn: input.toOn ?? null };
      const wanted = { ...term, substituteFor: input.substituteFor ?? null };
      const terms = await this.members.all(tx);
      checkAppointment(wanted, terms);
      checkTermLimit(wanted, terms, await this.mostTerms(tx));
      await this.registers.countAppointment(tx);
      return (await this.members.insert({ id: newId('mem'), version: 0, ...wanted, appointedBy: employeeIdOf(actor) }, tx)).id;
    });
  }

  /** What the policy in force says; nothing before there is one. */
  private async mostTerms(tx: Tx): Promise<number | null> {
    const [newest] = (await this.policies.approved(tx))
      .filter((policy) => policy.effectiveFrom <= this.committee.today())
      .sort((a, b) =>
        a.effectiveFrom === b.effectiveFrom ? b.policyVersion - a.policyVersion : a.effectiveFrom < b.effectiveFrom ? 1 : -1,
      );
    return newest?.maxConsecutiveTerms ?? null;
  }

  private async checkRole(employeeId: string, role: Role, tx: Tx): Promise<void> {
    const person = await this.directory.find(employeeId, tx);
    if (!person?.active || !person.roles.includes(role)) throw new DomainError('ROLE_NOT_HELD', { role }, 'employeeId');
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { endTerm } from '../../domain/member/member.js';
import { CommitteeMembers, CommitteeRegisters } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface EndMembershipRequest {
  readonly requestKey?: string | null;
  readonly memberId: string;
  /** Last day of office; today when left out. */
  readonly lastDay?: LocalDate | null;
}

/** Sets the last day of a term of office; votes already cast stay [4.12]. */
@Injectable()
export class EndMembership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: CommitteeMembers,
    private readonly registers: CommitteeRegisters,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: EndMembershipRequest): Promise<string> {
    return this.work.once({ operation: 'end-membership', actor, input }, async (tx) => {
      const today = this.committee.today();
      const member = await this.members.get(input.memberId, tx);
      await this.members.save(endTerm(member, input.lastDay ?? today, today), tx);
      await this.registers.countAppointment(tx);
      return member.id;
    });
  }
}

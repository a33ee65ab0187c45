import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkAbsence } from '../../domain/member/member.js';
import { CommitteeAbsences, CommitteeMembers } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface DeclareAbsenceRequest {
  readonly requestKey?: string | null;
  /** Oneself when left out; for others the chair or the secretary records it. */
  readonly employeeId?: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reason: string;
}

/** A member cannot sit on some days: meanwhile his substitute may vote [4.12]. */
@Injectable()
export class DeclareAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly absences: CommitteeAbsences,
    private readonly members: CommitteeMembers,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: DeclareAbsenceRequest): Promise<string> {
    return this.work.once({ operation: 'declare-absence', actor, input }, async (tx) => {
      const { fromOn, toOn, reason } = input;
      if (reason.trim() === '') throw new DomainError('REASON_REQUIRED', {}, 'reason');
      const employeeId = this.committee.about(actor, input.employeeId);
      const absence = { employeeId, fromOn, toOn };
      checkAbsence(absence, await this.members.all(tx), this.committee.today());
      const row = { id: newId('abs'), version: 0, ...absence, reason: reason.trim(), recordedBy: employeeIdOf(actor) };
      return (await this.absences.insert(row, tx)).id;
    });
  }
}

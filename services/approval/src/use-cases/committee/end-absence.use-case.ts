import { Injectable } from '@nestjs/common';
import { addDays, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CommitteeAbsences } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface EndAbsenceRequest {
  readonly requestKey?: string | null;
  readonly absenceId: string;
}

/** A member is back earlier than declared: yesterday becomes the last day of the absence [4.12]. */
@Injectable()
export class EndAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly absences: CommitteeAbsences,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: EndAbsenceRequest): Promise<string> {
    return this.work.once({ operation: 'end-absence', actor, input }, async (tx) => {
      const absence = await this.absences.get(input.absenceId, tx);
      this.committee.about(actor, absence.employeeId);
      const today = this.committee.today();
      if (absence.toOn < today) throw new DomainError('ABSENCE_INVALID', { today }, 'absenceId');
      await this.absences.save({ ...absence, toOn: addDays(today, -1) }, tx);
      return absence.id;
    });
  }
}

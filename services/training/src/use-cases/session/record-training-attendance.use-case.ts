import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { recordAttendance } from '../../domain/session/training-session.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

export interface RecordTrainingAttendanceRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly attendeeIds: readonly string[];
}

/** Writes down who was there; only people of the company count. */
@Injectable()
export class RecordTrainingAttendance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: TrainingSessions,
    private readonly directory: EmployeeDirectory,
  ) {}

  execute(actor: Actor, input: RecordTrainingAttendanceRequest): Promise<string> {
    return this.work.once({ operation: 'record-training-attendance', actor, input }, async (tx) => {
      const session = recordAttendance(await this.sessions.get(input.sessionId, tx), input.attendeeIds);
      for (const employeeId of session.attendeeIds) {
        if (!(await this.directory.find(employeeId, tx))?.active) throw new DomainError('ATTENDEE_UNKNOWN', { employeeId }, 'attendeeIds');
      }
      return (await this.sessions.save(session, tx)).id;
    });
  }
}

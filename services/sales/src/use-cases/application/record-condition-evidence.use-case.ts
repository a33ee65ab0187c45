import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { evidence } from '../../domain/application/conditions.js';
import { requireLive } from '../../domain/application/withdrawal.js';
import { ApplicationDesk } from './application-desk.js';
import { ConditionHandover } from './condition-handover.js';

export interface RecordConditionEvidenceRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly conditionId: string;
  readonly fileId: string;
}

/** Puts evidence to a condition of the approval; with the last one the committee's secretary is asked to confirm [4.14]. */
@Injectable()
export class RecordConditionEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly files: Files,
    private readonly handover: ConditionHandover,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordConditionEvidenceRequest): Promise<string> {
    return this.work.once({ operation: 'record-condition-evidence', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      requireLive(application);
      const { fileId, conditionId } = input;
      const given = { fileId, sha256: '', by: employeeIdOf(actor), at: this.clock.now() };
      evidence(application.conditions, conditionId, given);
      const about = { subject: { kind: 'application', id: application.id }, to: { kind: 'condition', id: conditionId } };
      const { sha256 } = await this.files.attach(fileId, about, tx);
      const conditions = evidence(application.conditions, conditionId, { ...given, sha256 });
      const settled = await this.handover.settle(application, conditions, tx);
      return (await this.desk.applications.save({ ...application, conditions: settled }, tx)).id;
    });
  }
}

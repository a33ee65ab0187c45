import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { allEvidenced, evidence } from '../../domain/application/conditions.js';
import type { Conditions } from '../../domain/application/conditions.js';
import { requireLive } from '../../domain/application/withdrawal.js';
import { ApplicationDesk } from './application-desk.js';

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
    private readonly handoffs: Handoffs,
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
      const confirmHandoffId = allEvidenced(conditions) ? await this.handOver(application, conditions, tx) : null;
      return (await this.desk.applications.save({ ...application, conditions: { ...conditions, confirmHandoffId } }, tx)).id;
    });
  }

  private async handOver(application: LoanApplication, conditions: Conditions, tx: Tx): Promise<string> {
    const { id: applicationId, participants } = application;
    const open = await this.handoffs.findOpen('fulfil-conditions', applicationId, tx);
    if (open) await this.handoffs.complete(open._id, { decisionId: conditions.decisionId, conditions: conditions.items.length }, tx);
    const given = conditions.items.map(({ conditionId, evidence: piece }) => ({
      conditionId,
      fileId: piece?.fileId ?? '',
      sha256: piece?.sha256 ?? '',
    }));
    const data = { applicationId, participants: [...participants], decisionId: conditions.decisionId, evidence: given };
    return this.handoffs.send('confirm-conditions', { subject: applicationId, data }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { FalsificationKind, FileEvidence } from '../../domain/application/application.js';
import { wordsForOthers } from '../../domain/application/information-requests.js';
import { ApplicationDesk } from './application-desk.js';

export interface ReportFalsificationRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly suspectId?: string | null;
  readonly finding: string;
  /** A falsification when left out; the others are about what the customer was told or charged [7.9, 7.10]. */
  readonly kind?: FalsificationKind | null;
  /** Files that show it, uploaded for this application. */
  readonly fileIds?: readonly string[] | null;
}

/** Reports a false statement found in a file, or that a customer was misled, with what shows it; compliance opens a violation report [1.5, 7.9]. */
@Injectable()
export class ReportFalsification {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly files: Files,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReportFalsificationRequest): Promise<string> {
    const reportedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'report-falsification', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const finding = wordsForOthers(input.finding, 'finding');
      const evidence = await this.evidenceOf(application.id, input.fileIds ?? [], tx);
      const report = { finding, kind: input.kind ?? 'FALSIFICATION', suspectId: input.suspectId ?? null, reportedBy, evidence };
      const falsifications = [...application.falsifications, { ...report, at: this.clock.now() }];
      await this.desk.applications.save({ ...application, falsifications }, tx);
      const data = { applicationId: application.id, ...report };
      await this.outbox.add(event('sales.falsification-reported.v1', application.id, data), tx);
      return application.id;
    });
  }
  private async evidenceOf(applicationId: string, fileIds: readonly string[], tx: Tx): Promise<FileEvidence[]> {
    const evidence: FileEvidence[] = [];
    for (const fileId of new Set(fileIds)) {
      const of = { subject: { kind: 'application', id: applicationId }, to: { kind: 'falsification', id: applicationId } };
      const { id, sha256 } = await this.files.attach(fileId, of, tx);
      evidence.push({ fileId: id, sha256 });
    }
    return evidence;
  }
}

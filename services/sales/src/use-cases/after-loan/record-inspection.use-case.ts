import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { dueInspection, inspect } from '../../domain/after-loan/inspection.js';
import type { Inspection, InspectionResult, InspectionVerdict, LoanCare } from '../../domain/after-loan/inspection.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { requireReason } from '../../domain/customer/correction.js';
import { ApplicationDesk } from '../application/application-desk.js';
import { InspectionFollowUp } from './inspection-follow-up.js';

export interface RecordInspectionRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  /** The earliest that is due when left out. */
  readonly inspectionId?: string | null;
  readonly verdict: InspectionVerdict;
  readonly finding: string;
  readonly fileId: string;
}

/** The fact of an inspection, and the end of finance's handoff with the first one. */
@Injectable()
export class InspectionAnnouncement {
  constructor(
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
  ) {}

  async tell(
    application: LoanApplication,
    care: LoanCare,
    made: { inspection: Inspection; result: InspectionResult },
    tx: Tx,
  ): Promise<void> {
    const { verdict, on: inspectedOn, by: inspectorId } = made.result;
    const { id: inspectionId, kind } = made.inspection;
    const open = kind === 'FIRST_USE' ? await this.handoffs.findOpen('care-for-loan', application.id, tx) : null;
    if (open) await this.handoffs.complete(open._id, { inspectionId, verdict }, tx);
    const data = { loanId: care.loanId, applicationId: application.id, inspectionId, verdict, inspectedOn, inspectorId };
    await this.outbox.add(event('sales.inspection-recorded.v1', care.loanId, data), tx);
  }
}

/** Records an inspection with its evidence; the first use check completes finance's handoff, misuse reaches risk by the event [4.20-4.22]. */
@Injectable()
export class RecordInspection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly files: Files,
    private readonly followUp: InspectionFollowUp,
    private readonly announcement: InspectionAnnouncement,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordInspectionRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'record-inspection', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const inspection = dueInspection(application.care, input.inspectionId ?? null);
      const finding = requireReason(input.finding, 'finding');
      const about = { subject: { kind: 'application', id: application.id }, to: { kind: 'inspection', id: inspection.id } };
      const { sha256 } = await this.files.attach(input.fileId, about, tx);
      const { verdict, fileId } = input;
      const result: InspectionResult = { verdict, fileId, sha256, finding, by, on: this.clock.today(), at: this.clock.now() };
      const care = inspect(application.care as LoanCare, inspection.id, result, await this.followUp.next(result.on));
      await this.desk.applications.save({ ...application, care }, tx);
      await this.announcement.tell(application, care, { inspection, result }, tx);
      return application.id;
    });
  }
}

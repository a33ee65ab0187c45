import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { MISUSE_TEXT } from '../../domain/after-loan/warning.js';
import { dueInspection, inspect } from '../../domain/after-loan/inspection.js';
import type { Inspection, InspectionResult, InspectionVerdict, LoanCare } from '../../domain/after-loan/inspection.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { requireReason } from '../../domain/customer/correction.js';
import { ApplicationDesk } from '../application/application-desk.js';
import { InspectionFollowUp } from './inspection-follow-up.js';
import { WarningDesk } from './warning-desk.js';

export interface RecordInspectionRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  /** The earliest that is due when left out. */
  readonly inspectionId?: string | null;
  readonly verdict: InspectionVerdict;
  readonly finding: string;
  readonly fileId: string;
}

/** The fact of an inspection, the end of finance's handoff with the first one, and risk's work when money was misused. */
@Injectable()
export class InspectionAnnouncement {
  constructor(
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly warnings: WarningDesk,
  ) {}

  /** The application as it is to be saved. */
  async tell(
    application: LoanApplication,
    care: LoanCare,
    made: { inspection: Inspection; result: InspectionResult },
    tx: Tx,
  ): Promise<LoanApplication> {
    const { verdict, on: inspectedOn, by: inspectorId } = made.result;
    const { id: inspectionId, kind } = made.inspection;
    const open = kind === 'FIRST_USE' ? await this.handoffs.findOpen('care-for-loan', application.id, tx) : null;
    if (open) await this.handoffs.complete(open._id, { inspectionId, verdict }, tx);
    const data = { loanId: care.loanId, applicationId: application.id, inspectionId, verdict, inspectedOn, inspectorId };
    await this.outbox.add(event('sales.inspection-recorded.v1', care.loanId, data), tx);
    if (verdict !== 'MISUSE') return application;
    const sign = { id: inspectionId, category: 'CREDIT' as const, level: 'HIGH' as const, text: MISUSE_TEXT };
    return this.warnings.give(application, { ...sign, reportedBy: inspectorId, reportedAt: made.result.at }, tx);
  }
}

/** Records an inspection with its evidence; the first use check completes finance's handoff, misuse becomes risk's work [4.20-4.22]. */
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
      await this.desk.applications.save(await this.announcement.tell({ ...application, care }, care, { inspection, result }, tx), tx);
      return application.id;
    });
  }
}

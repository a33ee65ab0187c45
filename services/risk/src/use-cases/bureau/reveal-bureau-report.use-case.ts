import { Injectable } from '@nestjs/common';
import { canonicalHash, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { BureauReport } from '../../domain/bureau/bureau-report.js';
import { writtenText } from '../../domain/checks/written-text.js';
import { requireViewer } from '../require-viewer.js';
import { InquiryRecords } from './inquiry-records.js';

export interface RevealBureauReportRequest {
  readonly inquiryId: string;
  readonly reason: string;
}

/** Shows the whole answer of the bureau, its own or the one it uses; the look is written down in the same transaction, with its reason [3.7]. */
@Injectable()
export class RevealBureauReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
  ) {}

  execute(actor: Actor, input: RevealBureauReportRequest): Promise<BureauReport> {
    return this.work.run({ operation: 'reveal-bureau-report', actor }, async (tx) => {
      const { investigations, inquiries, accessLog } = this.records;
      const inquiry = await inquiries.get(input.inquiryId, tx);
      requireViewer(actor, await investigations.get(inquiry.investigationId, tx));
      const { report } = inquiry.reusedFrom === null ? inquiry : await inquiries.get(inquiry.reusedFrom, tx);
      const { customerId, applicationId, consentId } = inquiry;
      if (!report) throw new DomainError('BUREAU_REPORT_ABSENT');
      const reason = writtenText(input.reason, 'reason', 4);
      await accessLog.note(
        {
          kind: 'BUREAU_REPORT_VIEW',
          customerId,
          applicationId,
          objectId: inquiry.id,
          consentId,
          reason,
          resultHash: canonicalHash(report),
        },
        tx,
      );
      return report;
    });
  }
}

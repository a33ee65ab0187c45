import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { riskReportPaper } from './risk-report-paper.js';
import { RiskReportQueries } from './risk-report.queries.js';

/** Who asks has shown a signed address, which was given to somebody who may read the paper. */
const HOLDER: Actor = { kind: 'service', service: 'risk' };

/** Risk reports as PDFs, made when they are read [4.11]. */
@Injectable()
export class RiskPapers extends MadeFiles {
  constructor(private readonly reports: RiskReportQueries) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    if (!isId('rep', fileId)) return null;
    const [report] = await this.reports.byIds([fileId], HOLDER);
    if (!report) return null;
    const [latest] = await this.reports.ofApplications([report.applicationId], HOLDER);
    const paper = riskReportPaper(report, latest?.id !== report.id);
    return { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }
}

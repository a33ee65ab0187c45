import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { CaseQueries } from '../case/case.queries.js';
import { CommitteeQueries } from '../committee/committee.queries.js';
import { sessionPaper } from '../session/session-paper.js';
import { decisionPaper } from './decision-paper.js';

/** Who asks has shown a signed address, which was given to somebody who may read the paper. */
const HOLDER: Actor = { kind: 'service', service: 'approval' };

/** Minutes of cases and of sittings as PDFs, made when they are read. */
@Injectable()
export class ApprovalPapers extends MadeFiles {
  constructor(
    private readonly cases: CaseQueries,
    private readonly committee: CommitteeQueries,
  ) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    const paper = await this.paperOf(fileId);
    return paper && { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }

  /** The paper of a decision or a sitting, or null. */
  async paperOf(fileId: string): Promise<Paper | null> {
    if (isId('dec', fileId)) return this.decision(fileId);
    if (!isId('ses', fileId)) return null;
    const [session] = await this.committee.sessionsByIds([fileId]);
    return session ? sessionPaper(session) : null;
  }

  private async decision(decisionId: string): Promise<Paper | null> {
    const [decision] = await this.cases.decisionsByIds([decisionId], HOLDER);
    const [approvalCase] = decision ? await this.cases.byIds([decision.caseId], HOLDER) : [];
    return decision && approvalCase ? decisionPaper(approvalCase, decision) : null;
  }
}

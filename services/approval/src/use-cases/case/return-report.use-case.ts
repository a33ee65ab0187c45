import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { questionFor } from '../../domain/case/opinion.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { ReportReturns } from './report-returns.js';

export interface ReturnReportRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  /** What risk must find out. */
  readonly questions: readonly string[];
}

/** "Further investigation" is no fourth result: the report goes back to risk with questions [4.12, 4.13, 7.2]. */
@Injectable()
export class ReturnReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly returns: ReportReturns,
  ) {}

  execute(actor: Actor, input: ReturnReportRequest): Promise<string> {
    return this.work.once({ operation: 'return-report', actor, input }, async (tx) =>
      this.returns.sendBack(await this.cases.get(input.caseId, tx), 'FURTHER_INVESTIGATION', input.questions.map(questionFor), tx),
    );
  }
}

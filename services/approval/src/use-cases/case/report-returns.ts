import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { returnToRisk } from '../../domain/case/circulation.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';

/** The report goes back to risk: no decision is made, and a new version opens a new case [4.11, 4.12]. */
@Injectable()
export class ReportReturns {
  constructor(
    private readonly cases: ApprovalCases,
    private readonly handoffs: Handoffs,
  ) {}

  /** Throws RETURN_WITHOUT_REPORT for a case that looks at a decision again. */
  async sendBack(approvalCase: StoredCase, code: string, questions: readonly string[], tx: Tx): Promise<string> {
    const returned = returnToRisk(approvalCase, questions);
    if (returned.handoffId === null) throw new DomainError('RETURN_WITHOUT_REPORT');
    await this.cases.save(returned, tx);
    await this.handoffs.returnToSender(returned.handoffId, { code, reasons: returned.questions }, tx);
    return returned.id;
  }
}

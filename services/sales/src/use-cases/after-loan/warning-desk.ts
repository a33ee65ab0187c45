import { Injectable } from '@nestjs/common';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { WarningSign } from '../../domain/after-loan/warning.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { WorkingDeadlines } from '../working-deadlines.js';

/** Hands warning signs to risk, and asks the superior of who saw them for his word. */
@Injectable()
export class WarningDesk {
  constructor(
    private readonly handoffs: Handoffs,
    private readonly deadlines: WorkingDeadlines,
    private readonly directory: EmployeeDirectory,
  ) {}

  /** The application with its warning, for the caller to save. */
  async give(application: LoanApplication, sign: WarningSign, tx: Tx): Promise<LoanApplication> {
    const { id: signalId, category, level, text, ...reported } = sign;
    const { id: applicationId, participants, care } = application;
    const data = { applicationId, participants: [...participants], loanId: care?.loanId ?? null, signalId, category, level, text };
    const handoffId = await this.handoffs.send('assess-alert', { subject: applicationId, data }, tx);
    const acknowledgeDueAt = await this.acknowledgeDueAt(sign, tx);
    const warning = { id: signalId, handoffId, category, level, text, ...reported, outcome: null, acknowledgeDueAt, acknowledged: null };
    return { ...application, warnings: [...application.warnings, warning] };
  }

  /** What the manager himself reports he knows already. */
  private async acknowledgeDueAt({ reportedBy, reportedAt }: WarningSign, tx: Tx): Promise<Date | null> {
    const reporter = await this.directory.find(reportedBy, tx);
    return reporter?.roles.includes('sales-manager') ? null : this.deadlines.dueAt('deadline.acknowledge-warning', reportedAt);
  }
}

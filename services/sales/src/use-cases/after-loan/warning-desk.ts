import { Injectable } from '@nestjs/common';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { WarningSign } from '../../domain/after-loan/warning.js';
import type { LoanApplication } from '../../domain/application/application.js';

/** Hands warning signs to risk. */
@Injectable()
export class WarningDesk {
  constructor(private readonly handoffs: Handoffs) {}

  /** The application with its warning, for the caller to save. */
  async give(application: LoanApplication, sign: WarningSign, tx: Tx): Promise<LoanApplication> {
    const { id: signalId, category, level, text, ...reported } = sign;
    const { id: applicationId, participants, care } = application;
    const data = { applicationId, participants: [...participants], loanId: care?.loanId ?? null, signalId, category, level, text };
    const handoffId = await this.handoffs.send('assess-alert', { subject: applicationId, data }, tx);
    const warning = { id: signalId, handoffId, category, level, text, ...reported, outcome: null };
    return { ...application, warnings: [...application.warnings, warning] };
  }
}

import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { caseMachine } from '../../domain/case/case.machine.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { ApplicationStages } from '../../persistence/projection.repository.js';
import { ApplicationFile } from './application-file.js';

/**
 * The customer withdrew: open work is recalled, an open case ends, an approval loses its force. What arrives later is
 * recalled on arrival, so that both orders end the same [4.12, 7.3].
 */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly stages: ApplicationStages,
    private readonly cases: ApprovalCases,
    private readonly decisions: Decisions,
    private readonly handoffs: Handoffs,
    private readonly file: ApplicationFile,
  ) {}

  async apply({ applicationId, reason, withdrawnAt }: EventData<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    await this.stages.note(applicationId, { withdrawnAt: new Date(withdrawnAt), withdrawnReason: reason }, tx);
    await this.handoffs.recallAllAbout(applicationId, reason, tx);
    for (const approvalCase of await this.cases.ofApplication(applicationId, tx)) {
      if (!caseMachine.can(approvalCase.state, 'withdraw')) continue;
      const state = caseMachine.next(approvalCase.state, 'withdraw');
      await this.cases.save({ ...approvalCase, state, withdrawnReason: reason, ballotDueAt: null }, tx);
    }
    for (const decision of await this.decisions.ofApplication(applicationId, tx)) await this.file.lapse(decision, 'WITHDRAWN', tx);
  }
}

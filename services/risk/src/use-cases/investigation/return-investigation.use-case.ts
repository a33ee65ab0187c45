import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, EmployeeActor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { requireInvestigator, endWithoutReport } from '../../domain/investigation/investigation.js';
import { returnReasons } from '../../domain/investigation/return-reasons.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { BureauInquiries } from '../../persistence/bureau/bureau-inquiry.repository.js';
import { stopInquiry } from '../bureau/stop-inquiry.js';

export interface ReturnInvestigationRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly reasons: readonly string[];
}

const MANAGER = 'risk-manager';

/** Gives the application back to sales, saying what is missing; the next handover opens a new round [4.7]. */
@Injectable()
export class ReturnInvestigation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly inquiries: BureauInquiries,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReturnInvestigationRequest): Promise<string> {
    return this.work.once({ operation: 'return-investigation', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const by = employeeIdOf(actor);
      if (!(actor as EmployeeActor).roles.includes(MANAGER)) requireInvestigator(investigation, by);
      const reasons = returnReasons(input.reasons);
      const ended = endWithoutReport(investigation, 'return', { at: this.clock.now(), by, reasons });
      const stopped = await stopInquiry(ended, { inquiries: this.inquiries, reason: 'the investigation was returned' }, tx);
      await this.investigations.save(stopped, tx);
      await this.handoffs.returnToSender(investigation.handoffId, { code: 'RETURNED_FOR_SUPPLEMENT', reasons }, tx);
      return investigation.id;
    });
  }
}

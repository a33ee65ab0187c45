import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { ApplicationDesk } from './application-desk.js';

export interface ReportFalsificationRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly suspectId?: string | null;
  readonly finding: string;
}

/** Reports a false statement found in a file; compliance opens a violation report [1.5, 7.9]. */
@Injectable()
export class ReportFalsification {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReportFalsificationRequest): Promise<string> {
    const reportedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'report-falsification', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const report = { finding: requireReason(input.finding, 'finding'), suspectId: input.suspectId ?? null, reportedBy };
      const falsifications = [...application.falsifications, { ...report, at: this.clock.now() }];
      await this.desk.applications.save({ ...application, falsifications }, tx);
      await this.outbox.add(event('sales.falsification-reported.v1', application.id, { applicationId: application.id, ...report }), tx);
      return application.id;
    });
  }
}

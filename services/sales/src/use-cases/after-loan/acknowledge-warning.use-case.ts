import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { acknowledgeWarning } from '../../domain/after-loan/warning.js';
import type { WarningMeasure } from '../../domain/after-loan/warning.js';
import { ApplicationDesk } from '../application/application-desk.js';

export interface AcknowledgeWarningRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly warningId: string;
  readonly measure: WarningMeasure;
  readonly comment: string;
}

/** The superior knows of a warning sign and says what sales does while risk assesses it [4.23]. */
@Injectable()
export class AcknowledgeWarning {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AcknowledgeWarningRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'acknowledge-warning', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const { measure, comment } = input;
      const warnings = acknowledgeWarning(application.warnings, input.warningId, { measure, comment, by, at: this.clock.now() });
      await this.desk.applications.save({ ...application, warnings }, tx);
      return application.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { warningSign } from '../../domain/after-loan/warning.js';
import type { WarningCategory, WarningLevel } from '../../domain/after-loan/warning.js';
import { requireLive } from '../../domain/application/withdrawal.js';
import { ApplicationDesk } from '../application/application-desk.js';
import { WarningDesk } from './warning-desk.js';

export interface ReportWarningRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly category: WarningCategory;
  readonly level: WarningLevel;
  readonly text: string;
}

/** Reports a warning sign on an application or its loan; risk owes a measure [4.23, 7.1]. */
@Injectable()
export class ReportWarning {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly warnings: WarningDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReportWarningRequest): Promise<string> {
    const reportedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'report-warning', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      requireLive(application);
      const { category, level, text } = input;
      const said = { id: newId('wrn'), category, level, text, reportedBy, reportedAt: this.clock.now() };
      const sign = warningSign(application.warnings, said);
      await this.desk.applications.save(await this.warnings.give(application, sign, tx), tx);
      return application.id;
    });
  }
}

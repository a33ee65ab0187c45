import { Injectable } from '@nestjs/common';
import { isId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { NO_TARGET } from '../../domain/alert/measure.js';
import type { MeasureTarget } from '../../domain/alert/measure.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { LoanExposures } from '../../persistence/projections.repository.js';

/** Whose risk it is: customer, loan and application behind the id that somebody named, as far as risk has heard of them. */
@Injectable()
export class AlertSubjects {
  constructor(
    private readonly exposures: LoanExposures,
    private readonly investigations: Investigations,
  ) {}

  async of(aboutId: string, tx: Tx): Promise<MeasureTarget> {
    if (isId('cus', aboutId)) return { ...NO_TARGET, customerId: aboutId };
    if (isId('app', aboutId)) return this.ofApplication(aboutId, tx);
    if (!isId('lon', aboutId)) return NO_TARGET;
    const loan = await this.exposures.find(aboutId, tx);
    return { loanId: aboutId, customerId: loan?.customerId ?? null, applicationId: loan?.applicationId ?? null };
  }

  private async ofApplication(applicationId: string, tx: Tx): Promise<MeasureTarget> {
    const loan = await this.exposures.ofApplication(applicationId, tx);
    if (loan) return { applicationId, customerId: loan.customerId, loanId: loan.id };
    const round = await this.investigations.latestOf(applicationId, tx);
    return { applicationId, customerId: round?.customerId ?? null, loanId: null };
  }
}

import { Injectable } from '@nestjs/common';
import { Parameters } from '@weilend/service';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { PairFactsStore } from '../../persistence/investigation/pair-facts.repository.js';
import { LoanExposures, ProductLimitsStore } from '../../persistence/projections.repository.js';
import { RiskReports } from '../../persistence/report/risk-report.repository.js';

/** What a final report is made from and kept in. */
@Injectable()
export class ReportRecords {
  constructor(
    readonly investigations: Investigations,
    readonly reports: RiskReports,
    readonly exposures: LoanExposures,
    readonly products: ProductLimitsStore,
    readonly parameters: Parameters,
    readonly pairs: PairFactsStore,
  ) {}
}

import { Injectable } from '@nestjs/common';
import { LOAN_CLASSES } from '@weilend/contracts';
import type { EventData } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { RiskReports } from '../../persistence/report/risk-report.repository.js';
import { WatchDesk } from './watch-desk.js';

/** Loans that bring their customer under watch by rule: paid out on a HIGH rating, or of a class below normal [7.5]. */
@Injectable()
export class WatchLoan {
  constructor(
    private readonly desk: WatchDesk,
    private readonly reports: RiskReports,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async disbursed({ loanId, applicationId, customerId }: EventData<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const report = await this.reports.latestOf(applicationId, tx);
    if (report?.rating !== 'HIGH') return;
    const cause = { kind: 'HIGH_RATING' as const, sourceId: report.id, reason: '风险评级为高 (HIGH rating)' };
    await this.desk.enter({ subjectId: customerId, customerId, loanId, level: 'HIGH', cause }, tx);
  }

  async classChanged({ loanId, customerId, loanClass }: EventData<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    const limits = await this.parameters.texts(['watch.enter-class', 'watch.high-class'], this.clock.today());
    const place = (name: string): number => (LOAN_CLASSES as readonly string[]).indexOf(name);
    const [at, from, high] = [place(loanClass), place(limits['watch.enter-class']), place(limits['watch.high-class'])];
    if (at === 0 || at < from) return;
    const cause = { kind: 'LOAN_CLASS' as const, sourceId: loanId, reason: `五级分类 ${loanClass}` };
    await this.desk.enter({ subjectId: customerId, customerId, loanId, level: at >= high ? 'HIGH' : 'MEDIUM', cause }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock, employeeIdOf, invariant, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { contradictionsOf } from '../../domain/checks/assessment.js';
import { requireInvestigator } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { investigationMachine } from '../../domain/investigation/investigation.machine.js';
import { requireCompleteFile, requireNotMilder } from '../../domain/report/report-gate.js';
import { checkDraft, finalReport } from '../../domain/report/risk-report.js';
import type { ReportDraft, RiskReport } from '../../domain/report/risk-report.js';
import { reportFigures } from './report-facts.js';
import { ReportRecords } from './report-records.js';

export interface FinaliseRiskReportRequest extends Pick<ReportDraft, 'sections' | 'fiveC' | 'rating' | 'recommendation'> {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly recommended: { readonly amountFen: number; readonly termMonths: number; readonly annualRate?: string | null };
  readonly recommendationReason?: string | null;
  readonly proposedConditions?: readonly string[] | null;
}

const WORK = 'investigate-application';

/** Gate G3, then in one transaction: the immutable report, the news to sales, the handoff from sales done, the one to approval given. */
@Injectable()
export class FinaliseRiskReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: ReportRecords,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: FinaliseRiskReportRequest): Promise<string> {
    return this.work.once({ operation: 'finalise-risk-report', actor, input }, async (tx) => {
      const investigation = await this.records.investigations.get(input.investigationId, tx);
      requireInvestigator(investigation, employeeIdOf(actor));
      const state = investigationMachine.next(investigation.state, 'finalise');
      requireCompleteFile(investigation);
      const draft = draftOf(input);
      await this.checkTerms(draft, investigation, tx);
      await this.requireNotMilder(investigation, draft, tx);
      const report = await this.report(investigation, draft, tx);
      await this.records.reports.insert({ ...report, salespersonId: investigation.salespersonId }, tx);
      await this.records.investigations.save(
        { ...investigation, state, closing: { at: report.finalisedAt, by: report.finalisedBy, reasons: [] } },
        tx,
      );
      await this.announce(investigation, report, tx);
      return report.id;
    });
  }

  /** Against the score by the very card that gave it. */
  private async requireNotMilder(investigation: Investigation, draft: ReportDraft, tx: Tx): Promise<void> {
    invariant(investigation.score, 'the gate let nothing unscored through');
    requireNotMilder(investigation, draft, await this.records.scorecards.ofScore(investigation.score, tx));
  }

  private async checkTerms(draft: ReportDraft, investigation: Investigation, tx: Tx): Promise<void> {
    const { parameters, products } = this.records;
    const cap = await parameters.text('rate.hard-cap', this.clock.today());
    const limits = await products.find(investigation.terms.productId, tx);
    checkDraft(draft, { requested: investigation.terms, rateCap: cap, limits });
  }

  private async report(investigation: Investigation, draft: ReportDraft, tx: Tx): Promise<RiskReport> {
    const { id: investigationId, applicationId, terms: requested, score, waivers, investigatorIds, customerId } = investigation;
    invariant(score, 'the gate let nothing unscored through');
    return finalReport(newId('rep'), {
      ...draft,
      ...{ investigationId, applicationId, requested, score, waivers, investigatorIds },
      reportVersion: await this.records.reports.nextVersion(applicationId, tx),
      contradictions: contradictionsOf(investigation),
      exposure: await this.records.exposures.ofCustomer(customerId, tx),
      finalisedBy: employeeIdOf(tx.actor),
      finalisedAt: this.clock.now(),
    });
  }

  private async announce(investigation: Investigation, report: RiskReport, tx: Tx): Promise<void> {
    const { applicationId, customerId, customerType, salespersonId, terms, purpose } = investigation;
    const figures = reportFigures(investigation, report);
    await this.outbox.add(event('risk.report-finalised.v1', applicationId, figures), tx);
    const open = await this.handoffs.findOpen(WORK, applicationId, tx);
    // A report that the committee sent back gets a new version: the work for sales was done with the first one.
    if (open || investigation.committeeReturns.length === 0) {
      await this.handoffs.complete(open?._id ?? investigation.handoffId, { reportId: report.id, reportVersion: report.reportVersion }, tx);
    }
    const data = { ...figures, customerId, customerType, salespersonId, ...terms, purpose } as HandoffData<'decide-application'>;
    await this.handoffs.send('decide-application', { subject: applicationId, data }, tx);
  }
}

function draftOf({
  sections,
  fiveC,
  recommended,
  rating,
  recommendation,
  recommendationReason,
  proposedConditions,
}: FinaliseRiskReportRequest): ReportDraft {
  const { truthOfInformation, repaymentAbility, creditStanding } = sections;
  const { character, capacity, capital, collateral, conditions } = fiveC;
  return {
    sections: { truthOfInformation, repaymentAbility, creditStanding },
    fiveC: { character, capacity, capital, collateral, conditions },
    recommended: { amountFen: recommended.amountFen, termMonths: recommended.termMonths, annualRate: recommended.annualRate ?? null },
    rating,
    recommendation,
    recommendationReason: recommendationReason ?? null,
    proposedConditions: [...(proposedConditions ?? [])],
  };
}

import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock, DomainError, employeeIdOf, invariant, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { contradictionsOf } from '../../domain/checks/contradictions.js';
import { requireInvestigator } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { investigationMachine } from '../../domain/investigation/investigation.machine.js';
import { requireCompleteFile, requireNotMilder } from '../../domain/report/report-gate.js';
import { requireAnswered, requireMatrixRating } from '../../domain/report/report-judgement.js';
import type { ReportJudgement } from '../../domain/report/report-judgement.js';
import { checkDraft, finalReport } from '../../domain/report/risk-report.js';
import type { ReportDraft, RiskReport } from '../../domain/report/risk-report.js';
import { draftOf } from './report-draft.js';
import type { FinaliseRiskReportRequest } from './report-draft.js';
import { reportFigures } from './report-facts.js';
import { ReportJudgements } from './report-judgements.js';
import { ReportRecords } from './report-records.js';

const WORK = 'investigate-application';

/** Gate G3, then in one transaction: the immutable report, the news to sales, the handoff from sales done, the one to approval given. */
@Injectable()
export class FinaliseRiskReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: ReportRecords,
    private readonly judgements: ReportJudgements,
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
      await this.requireUnconflicted(investigation, tx);
      const draft = draftOf(input);
      await this.checkTerms(draft, investigation, tx);
      await this.requireNotMilder(investigation, draft, tx);
      const report = await this.report(investigation, draft, await this.judged(investigation, draft, tx), tx);
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
    requireNotMilder(investigation, draft, await this.judgements.scorecards.ofScore(investigation.score, tx));
  }

  private async checkTerms(draft: ReportDraft, investigation: Investigation, tx: Tx): Promise<void> {
    const { parameters, products } = this.records;
    const cap = await parameters.text('rate.hard-cap', this.clock.today());
    const limits = await products.find(investigation.terms.productId, tx);
    checkDraft(draft, { requested: investigation.terms, rateCap: cap, limits });
  }

  /** Throws INVESTIGATOR_CONFLICTED when one of the two has declared a conflict meanwhile: somebody else has to look. */
  private async requireUnconflicted(investigation: Investigation, tx: Tx): Promise<void> {
    const conflicted = await this.records.pairs.conflicted(investigation, tx);
    const employeeId = investigation.investigatorIds.find((one) => conflicted.has(one));
    if (employeeId) throw new DomainError('INVESTIGATOR_CONFLICTED', { employeeId });
  }

  private async judged(investigation: Investigation, draft: ReportDraft, tx: Tx): Promise<ReportJudgement> {
    requireAnswered(investigation, draft.recommendation);
    const { score } = investigation;
    invariant(score, 'the gate let nothing unscored through');
    const judgement = await this.judgements.of(investigation, draft, score.rating, tx);
    requireMatrixRating(draft.rating, judgement.leastRating);
    return judgement;
  }

  private async report(investigation: Investigation, draft: ReportDraft, judgement: ReportJudgement, tx: Tx): Promise<RiskReport> {
    const { termsReason: _reason, rework: _rework, ...written } = draft;
    const { id: investigationId, applicationId, terms: requested, score, waivers, investigatorIds, customerId } = investigation;
    invariant(score, 'the gate let nothing unscored through');
    return finalReport(newId('rep'), {
      ...written,
      ...{ investigationId, applicationId, requested, score, investigatorIds, judgement },
      waivers: waivers.filter((one) => one.state === 'APPROVED'),
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

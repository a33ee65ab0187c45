import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { RelatedParty } from '../../domain/checks/comparison.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { concentrationOf } from '../../domain/report/concentration.js';
import type { Concentration, PartyExposure } from '../../domain/report/concentration.js';
import { leastRating } from '../../domain/report/rating-matrix.js';
import { repaymentStress } from '../../domain/report/repayment-stress.js';
import type { RepaymentStress, StressPolicy } from '../../domain/report/repayment-stress.js';
import { answersInForce, reworkOf, termsReasonOf } from '../../domain/report/report-judgement.js';
import type { ReportJudgement } from '../../domain/report/report-judgement.js';
import type { ReportDraft } from '../../domain/report/risk-report.js';
import type { Rating } from '../../domain/scorecard/scorecard.js';
import { BorrowerGroupsKnown, LoanExposures } from '../../persistence/projections.repository.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

/** What the company's figures say of a draft: stress, concentration, rating matrix; with the reasons that the draft owes [4.11, 7.3]. */
@Injectable()
export class ReportJudgements {
  constructor(
    private readonly exposures: LoanExposures,
    private readonly groups: BorrowerGroupsKnown,
    /** The cards that gave the scores which are judged. */
    readonly scorecards: Scorecards,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError TERMS_REASON_MISSING, REWORK_MISSING or a text refusal. */
  async of(investigation: Investigation, draft: ReportDraft, scored: Rating, tx: Tx): Promise<ReportJudgement> {
    const termsReason = termsReasonOf(draft, investigation.terms);
    const rework = reworkOf(investigation, draft.rework ?? []);
    const stress = await this.stressOf(investigation, draft);
    return {
      stress,
      leastRating: leastRating(scored, stress.ability),
      concentration: await this.concentrationOf(investigation, draft.recommended.amountFen, tx),
      contradictionAnswers: answersInForce(investigation),
      termsReason,
      rework,
    };
  }

  /** On the terms as recommended; on those asked for when nothing is recommended. */
  async stressOf(
    { dataAnalyses, terms }: Pick<Investigation, 'dataAnalyses' | 'terms'>,
    draft: ReportDraft | null,
  ): Promise<RepaymentStress> {
    const keys = ['stress.income-falls', 'stress.rate-rises', 'stress.debt-service-limit'] as const;
    const value = await this.parameters.texts(keys, this.clock.today());
    const policy: StressPolicy = {
      incomeFalls: JSON.parse(value['stress.income-falls']) as string[],
      rateRises: JSON.parse(value['stress.rate-rises']) as string[],
      debtServiceLimit: value['stress.debt-service-limit'],
    };
    const { amountFen, termMonths, annualRate } = draft && draft.recommended.amountFen > 0 ? draft.recommended : terms;
    return repaymentStress(
      dataAnalyses.at(-1)?.figures ?? null,
      { amountFen, termMonths, annualRate: annualRate ?? terms.annualRate, method: terms.method },
      policy,
    );
  }

  private async concentrationOf({ customerId, dataAnalyses }: Investigation, newLoanFen: number, tx: Tx): Promise<Concentration> {
    const keys = ['concentration.net-assets', 'concentration.single-borrower', 'concentration.group'] as const;
    const value = await this.parameters.texts(keys, this.clock.today());
    const named = dataAnalyses.at(-1)?.relatedParties ?? [];
    const registered = (await this.groups.othersWith(customerId, tx)).filter((id) => named.every((one) => one.customerId !== id));
    const related = [...named, ...registered.map((id): RelatedParty => ({ customerId: id, relatedAs: 'GROUP_MEMBER' }))];
    const owed = await this.exposures.owedBy([customerId, ...related.map((one) => one.customerId)], tx);
    const parties = related.map(({ customerId: id, relatedAs }): PartyExposure => {
      const { loanCount, outstandingFen } = owed.get(id) ?? { loanCount: 0, outstandingFen: 0 };
      return { customerId: id, relatedAs, loanCount, outstandingFen };
    });
    return concentrationOf({ outstandingFen: owed.get(customerId)?.outstandingFen ?? 0, newLoanFen }, parties, {
      netAssetsFen: Number(value['concentration.net-assets']),
      singleBorrower: value['concentration.single-borrower'],
      group: value['concentration.group'],
    });
  }
}

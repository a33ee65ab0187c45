import type { ReportDraft } from '../../domain/report/risk-report.js';

export interface FinaliseRiskReportRequest extends Pick<ReportDraft, 'sections' | 'fiveC' | 'rating' | 'recommendation'> {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly recommended: { readonly amountFen: number; readonly termMonths: number; readonly annualRate?: string | null };
  readonly recommendationReason?: string | null;
  readonly proposedConditions?: readonly string[] | null;
  /** Why other terms than asked for. */
  readonly termsReason?: string | null;
  /** What was looked at again, one text for each point that the committee returned. */
  readonly rework?: readonly string[] | null;
}

/** What was written, with what was left out named as such. */
export function draftOf(input: FinaliseRiskReportRequest): ReportDraft {
  const { truthOfInformation, repaymentAbility, creditStanding } = input.sections;
  const { character, capacity, capital, collateral, conditions } = input.fiveC;
  const { amountFen, termMonths, annualRate } = input.recommended;
  const { rating, recommendation } = input;
  return {
    sections: { truthOfInformation, repaymentAbility, creditStanding },
    fiveC: { character, capacity, capital, collateral, conditions },
    recommended: { amountFen, termMonths, annualRate: annualRate ?? null },
    rating,
    recommendation,
    recommendationReason: input.recommendationReason ?? null,
    proposedConditions: [...(input.proposedConditions ?? [])],
    termsReason: input.termsReason ?? null,
    rework: [...(input.rework ?? [])],
  };
}

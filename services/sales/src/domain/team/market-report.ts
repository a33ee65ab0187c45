import { DomainError } from '@weilend/kernel';
import { requireReason } from '../customer/correction.js';
import { Refusals } from '../collect-refusals.js';

// A report on the market or on a competitor (市场动态、竞争对手分析): what was seen, where it is known from, and what follows from it. The
// manager draws the conclusion, and a sales plan names the reports that it rests on. What is found wrong later is corrected beside the
// first text, not over it.

export const MARKET_REPORT_KINDS = ['MARKET', 'COMPETITOR'] as const;
export type MarketReportKind = (typeof MARKET_REPORT_KINDS)[number];
export const MARKET_TOPICS = ['INTEREST_RATES', 'PRODUCTS', 'REGULATION', 'DEMAND', 'INDUSTRY', 'CHANNELS', 'SERVICE'] as const;
export type MarketTopic = (typeof MARKET_TOPICS)[number];

export interface MarketFinding {
  readonly finding: string;
  readonly consequence: string;
  readonly source: string;
}

export interface MarketReport extends MarketFinding {
  readonly id: string;
  readonly version: number;
  readonly kind: MarketReportKind;
  readonly topic: MarketTopic;
  readonly quarter: string;
  /** Whom it is about; only for COMPETITOR. */
  readonly competitor: string | null;
  readonly authorId: string;
  readonly writtenAt: Date;
  readonly corrections: readonly { readonly before: MarketFinding; readonly reason: string; readonly by: string; readonly at: Date }[];
  readonly conclusion: { readonly text: string; readonly by: string; readonly at: Date } | null;
}

/** Refuses a report that leaves open whom it is about or what follows; throws every refusal at once [2.7]. */
export function checkReport(
  report: MarketFinding & Pick<MarketReport, 'kind' | 'competitor'>,
): MarketFinding & Pick<MarketReport, 'competitor'> {
  const refusals = new Refusals();
  const competitor = refusals.try(() => checkCompetitor(report)) ?? null;
  const finding = refusals.try(() => checkFinding(report));
  refusals.done();
  return { ...(finding ?? report), competitor };
}

export function checkFinding({ finding, consequence, source }: MarketFinding): MarketFinding {
  return {
    finding: requireReason(finding, 'finding'),
    consequence: requireReason(consequence, 'consequence'),
    source: requireReason(source, 'source'),
  };
}

/** The first text stays beside the corrected one. Throws DomainError REPORT_CONCLUDED once a conclusion was drawn from it. */
export function correctReport(
  report: MarketReport,
  finding: MarketFinding,
  change: { readonly reason: string; readonly by: string; readonly at: Date },
): MarketReport {
  if (report.conclusion) throw new DomainError('REPORT_CONCLUDED');
  const { finding: found, consequence, source } = report;
  const correction = { ...change, reason: requireReason(change.reason, 'reason'), before: { finding: found, consequence, source } };
  return { ...report, ...checkFinding(finding), corrections: [...report.corrections, correction] };
}

/** What the manager makes of it, once. Throws DomainError REPORT_CONCLUDED. */
export function concludeReport(report: MarketReport, conclusion: NonNullable<MarketReport['conclusion']>): MarketReport {
  if (report.conclusion) throw new DomainError('REPORT_CONCLUDED');
  return { ...report, conclusion: { ...conclusion, text: requireReason(conclusion.text, 'conclusion') } };
}

function checkCompetitor({ kind, competitor }: Pick<MarketReport, 'kind' | 'competitor'>): string | null {
  const name = competitor?.trim() || null;
  if (kind === 'COMPETITOR' && !name)
    throw new DomainError('INPUT_INVALID', { problem: 'say which competitor the report is about' }, 'competitor');
  if (kind === 'MARKET' && name) throw new DomainError('INPUT_INVALID', { problem: 'a market report names no competitor' }, 'competitor');
  return name;
}

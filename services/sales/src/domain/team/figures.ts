import { DomainError, RATE_SCALE, scaledToRate } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';

// What the department is measured by in a quarter: money paid out, the number of loans, and customers who got their first loan. Targets
// and results are the same three figures, so that one can be laid beside the other.

export const MEASURES = ['disbursedFen', 'loans', 'newCustomers'] as const;
export type SalesMeasure = (typeof MEASURES)[number];

export interface Figures {
  readonly disbursedFen: number;
  readonly loans: number;
  /** Customers whose first loan ever was paid out. */
  readonly newCustomers: number;
}

export const NO_FIGURES: Figures = { disbursedFen: 0, loans: 0, newCustomers: 0 };

/** Throws DomainError INPUT_INVALID at the measure. */
export function checkFigures(figures: Figures, field: string): void {
  for (const measure of MEASURES)
    if (!Number.isSafeInteger(figures[measure]) || figures[measure] < 0)
      throw new DomainError('INPUT_INVALID', { problem: `${measure} is a whole number, not negative` }, `${field}.${measure}`);
}

export function sumOf(all: readonly Figures[]): Figures {
  return all.reduce<Figures>(
    (sum, one) => ({
      disbursedFen: sum.disbursedFen + one.disbursedFen,
      loans: sum.loans + one.loans,
      newCustomers: sum.newCustomers + one.newCustomers,
    }),
    NO_FIGURES,
  );
}

/** Share of a target that is reached, cut after four decimals ("1" is all of it); null when nothing was asked. */
export function shareOf(achieved: number, target: number): Rate | null {
  if (target === 0) return null;
  const tenThousandths = (BigInt(achieved) * 10_000n) / BigInt(target);
  return scaledToRate(tenThousandths * (RATE_SCALE / 10_000n));
}

export interface Achievement {
  readonly measure: SalesMeasure;
  readonly target: number;
  readonly achieved: number;
  readonly share: Rate | null;
}

/** Results beside targets, measure by measure [2.3]. */
export function achievementsOf(target: Figures, achieved: Figures): readonly Achievement[] {
  return MEASURES.map((measure) => ({
    measure,
    target: target[measure],
    achieved: achieved[measure],
    share: shareOf(achieved[measure], target[measure]),
  }));
}

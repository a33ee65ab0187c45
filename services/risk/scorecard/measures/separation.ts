// How well a score tells good from bad applications apart. Whole points are often equal, so every figure here counts equal scores as what they are.

export interface Scored {
  /** Higher is better. */
  readonly score: number;
  readonly isBad: boolean;
}

export interface Step {
  readonly score: number;
  /** Shares of all goods and of all bads with at most this score. */
  readonly goods: number;
  readonly bads: number;
}

/** One step for each score that occurs, the lowest first. @throws RangeError without both goods and bads. */
export function stepsOf(scored: readonly Scored[]): Step[] {
  const counts = new Map<number, { goods: number; bads: number }>();
  for (const { score, isBad } of scored) {
    const count = counts.get(score) ?? { goods: 0, bads: 0 };
    counts.set(score, isBad ? { ...count, bads: count.bads + 1 } : { ...count, goods: count.goods + 1 });
  }
  const bads = scored.filter(({ isBad }) => isBad).length;
  const goods = scored.length - bads;
  if (bads === 0 || goods === 0) throw new RangeError('separation needs at least one good and one bad application');
  let seen = { goods: 0, bads: 0 };
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([score, count]) => {
      seen = { goods: seen.goods + count.goods, bads: seen.bads + count.bads };
      return { score, goods: seen.goods / goods, bads: seen.bads / bads };
    });
}

/** Chance that a good application scores higher than a bad one; an equal score counts half (area under the ROC curve by mid-ranks). */
export function aucOf(scored: readonly Scored[]): number {
  let before = { goods: 0, bads: 0 };
  return stepsOf(scored).reduce((area, step) => {
    const part = ((step.goods - before.goods) * (step.bads + before.bads)) / 2;
    before = step;
    return area + part;
  }, 0);
}

/** Greatest distance between the shares of bads and of goods up to the same score (Kolmogorov-Smirnov). */
export function ksOf(scored: readonly Scored[]): { readonly ks: number; readonly score: number } {
  const [first, ...others] = stepsOf(scored).map(({ score, goods, bads }) => ({ score, ks: Math.abs(bads - goods) }));
  return others.reduce((best, one) => (one.ks > best.ks ? one : best), first ?? { score: 0, ks: 0 });
}

export const giniOf = (auc: number): number => 2 * auc - 1;

// Whether the people who are scored now are the people the card was made for.

/** Added to every count, so that an empty band does not make the figure infinite. */
const SMALL = 0.5;

/**
 * Population stability index of two counts over the same bands: 0 when their shares are the same; below 0.1 nobody worries, above 0.25 the card is
 * looked at again.
 */
export function psiOf(before: readonly number[], after: readonly number[]): number {
  if (before.length !== after.length || before.length === 0) throw new RangeError('both counts must have the same bands, at least one');
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count + SMALL, 0);
  const [allBefore, allAfter] = [total(before), total(after)];
  return before.reduce((sum, count, band) => {
    const [was, is] = [(count + SMALL) / allBefore, ((after[band] ?? 0) + SMALL) / allAfter];
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}

/** Lower limits of bands that hold about equally many of these scores; the lowest band has no limit. */
export function limitsOf(scores: readonly number[], bands: number): number[] {
  const sorted = [...scores].sort((one, other) => one - other);
  const limits = Array.from({ length: bands - 1 }, (_, band) => sorted[Math.floor(((band + 1) * sorted.length) / bands)] ?? 0);
  return [...new Set(limits)].filter((limit) => limit > (sorted[0] ?? 0));
}

export const bandOf = (score: number, limits: readonly number[]): number => limits.filter((limit) => score >= limit).length;

export function countsIn(scores: readonly number[], limits: readonly number[]): number[] {
  const counts = Array.from({ length: limits.length + 1 }, () => 0);
  for (const score of scores) counts[bandOf(score, limits)] = (counts[bandOf(score, limits)] ?? 0) + 1;
  return counts;
}

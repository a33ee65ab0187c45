// Weight of evidence: by how much a band speaks for a good application, as a logarithm of odds against the odds of everybody.

export interface Count {
  readonly goods: number;
  readonly bads: number;
}

export const totalOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, one) => ({ goods: sum.goods + one.goods, bads: sum.bads + one.bads }), { goods: 0, bads: 0 });

/**
 * ln of (share of all goods / share of all bads) in the band, after as many average applications as `prior` says were added to it (Laplace): a band
 * with few rows is drawn to 0, an empty one is 0, and none is infinite.
 */
export function woeOf(band: Count, all: Count, prior: number): number {
  const badRate = all.bads / (all.goods + all.bads);
  const odds = (band.goods + prior * (1 - badRate)) / (band.bads + prior * badRate);
  return Math.log(odds / (all.goods / all.bads));
}

/** Information value of an attribute: how far goods and bads lie apart over its bands, by the smoothed weights. */
export function informationValueOf(bands: readonly Count[], prior: number): number {
  const all = totalOf(bands);
  return bands.reduce((sum, band) => sum + (band.goods / all.goods - band.bads / all.bads) * woeOf(band, all, prior), 0);
}

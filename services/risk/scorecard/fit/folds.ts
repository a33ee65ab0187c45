// Parts of the applications for cross-validation: each part has the same share of bads, as nearly as whole numbers allow (stratified).
import { Random } from '../../../../tests/faults/lib/random.ts';

export interface Split<T> {
  readonly training: readonly T[];
  readonly held: readonly T[];
}

/** The same seed gives the same parts for ever. @throws RangeError when a part could not have both outcomes. */
export function foldsOf<T extends { readonly isBad: boolean }>(sample: readonly T[], folds: number, seed: number): Split<T>[] {
  const random = new Random(seed, `folds-${folds}`);
  const goods = random.shuffled(sample.filter(({ isBad }) => !isBad));
  const bads = random.shuffled(sample.filter(({ isBad }) => isBad));
  if (folds < 2 || goods.length < folds || bads.length < folds)
    throw new RangeError(`${goods.length} goods and ${bads.length} bads cannot be dealt into ${folds} parts that each have both`);
  // Goods are dealt from the first part on and bads from the last, so that the parts are equally large.
  const parts = Array.from({ length: folds }, (_, part) => [
    ...goods.filter((_one, place) => place % folds === part),
    ...bads.filter((_one, place) => place % folds === folds - 1 - part),
  ]);
  return parts.map((held, part) => ({ held, training: parts.filter((_, other) => other !== part).flat() }));
}

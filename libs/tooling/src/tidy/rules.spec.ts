import { describe, expect, test } from '@jest/globals';
import { treeOf } from '../workspace/tree.ts';
import { codePlants } from './code.cases.ts';
import type { Plant } from './plants.cases.ts';
import { plants } from './plants.cases.ts';
import { tidyRules } from './rules.ts';

const everyPlant: readonly Plant[] = [...plants, ...codePlants];

test('every rule has a planted violation and a clean tree', () => {
  const planted = everyPlant.map(({ rule }) => rule);
  expect(planted.toSorted()).toEqual(tidyRules.map(({ id }) => id).toSorted());
});

describe.each(everyPlant)('$rule', ({ rule, clean, violations }) => {
  const check = (files: Readonly<Record<string, string>>) => tidyRules.find(({ id }) => id === rule)?.check(treeOf(files)) ?? [];

  test('has nothing to say about a clean tree', () => {
    expect(check(clean)).toEqual([]);
  });

  test.each(violations)('catches $name', ({ files, path, says }) => {
    const found = check({ ...clean, ...files });
    expect(found.map((finding) => finding.path)).toEqual([path]);
    expect(found[0]?.message).toContain(says);
  });
});

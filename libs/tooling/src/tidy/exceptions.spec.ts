import { describe, expect, test } from '@jest/globals';
import { findUntidy } from '../tidy.ts';
import { treeOf } from '../workspace/tree.ts';
import type { SizeException } from './exceptions.ts';
import { exceptionsPath, judgeExceptions } from './exceptions.ts';

const long = 'libs/kernel/src/money.ts';
const entry: SizeException = { path: long, lines: 310, reason: 'split with the calendar' };

const untidy = (lines: number, exceptions: readonly SizeException[], before?: readonly SizeException[]): string[] =>
  findUntidy(treeOf({ [long]: 'const a = 1;\n'.repeat(lines), [exceptionsPath]: JSON.stringify(exceptions) }), before)
    .filter(({ level }) => level === 'fail')
    .map(({ message }) => message);

test('an exception lets one file be as long as it says, and no longer', () => {
  expect(untidy(305, [])).toHaveLength(1);
  expect(untidy(305, [entry])).toEqual([]);
  expect(untidy(311, [entry])).toHaveLength(1);
});

describe('the list may only shrink', () => {
  const needed = new Set([long, 'libs/kernel/src/rate.ts']);

  test('an entry that stays or shrinks is fine, and so is the first list', () => {
    expect(judgeExceptions([{ ...entry, lines: 305 }], [entry], needed)).toEqual([]);
    expect(judgeExceptions([entry], undefined, needed)).toEqual([]);
    expect(judgeExceptions([], [entry], needed)).toEqual([]);
  });

  test.each<[string, SizeException, string]>([
    ['a new entry', { ...entry, path: 'libs/kernel/src/rate.ts' }, 'is new'],
    ['a higher limit', { ...entry, lines: 311 }, 'was 310'],
    ['no reason', { ...entry, reason: ' ' }, 'has no reason'],
    ['a file that was split', { ...entry, path: 'libs/kernel/src/short.ts' }, 'remove its entry'],
  ])('%s is refused', (_name, now, why) => {
    expect(judgeExceptions([now], [entry], needed).map(({ message }) => message)).toEqual([expect.stringContaining(why)]);
  });
});

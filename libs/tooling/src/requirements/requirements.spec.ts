import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { owedRows } from '../requirements.ts';
import type { JestResults } from '../stages/jest-results.ts';
import { noResults } from '../stages/jest-results.ts';
import { repositoryRoot } from '../workspace/tree.ts';
import { idsIn } from './ids.ts';
import { joinRequirements, strangeIds } from './join.ts';
import { readRequirements, requirementsPath } from './rows.ts';
import { titlesIn } from './titles.ts';

const row = (id: string, owner = 'sales'): string => `| ${id} | A rule. | 规则 | ${owner} | it shows |`;

describe('the document', () => {
  test('the rules of this company can be read, each with its owner', () => {
    const rows = readRequirements(readFileSync(join(repositoryRoot, requirementsPath), 'utf8'));
    expect(rows).toHaveLength(96);
    expect(rows.find(({ id }) => id === '4.19')?.owner).toBe('finance');
  });

  test('prose, heads and rulers are no rows; who reacts is no owner', () => {
    expect(readRequirements(`# 1 General 4.5\n| ID | Rule |\n| --- | --- |\n${row('1.1', 'risk + sales')}\ntext`)).toEqual([
      { id: '1.1', text: 'A rule.', owner: 'risk', shows: 'it shows' },
    ]);
  });

  test.each([
    ['a row twice', `${row('1.1')}\n${row('1.1')}`, '1.1 stands there twice'],
    ['an unknown owner', row('1.1', 'marketing'), 'owned by "marketing"'],
    ['an empty cell', '| 1.1 | A rule. |  | sales | it shows |', 'row 1.1'],
    ['a missing cell', '| 1.1 | A rule. | sales | it shows |', 'row 1.1'],
  ])('%s is refused', (_name, text, says) => {
    expect(() => readRequirements(text)).toThrow(says);
  });
});

test.each([
  ['refuses a contract without recordings [4.18]', ['4.18']],
  ['[4.15][4.16] within the approval', ['4.15', '4.16']],
  ['G1 [4.2, 4.4-4.6]', ['4.2', '4.4', '4.5', '4.6']],
  ['nothing here', []],
  ['an array [1, 2] and a version [2.14.4]', []],
  ['rates from [0.1', []],
])('%s names %j', (title, ids) => {
  expect(idsIn(title)).toEqual(ids);
});

test('titles are read with the blocks around them', () => {
  const text =
    "describe('G6 [4.17]', () => { test('refuses [4.18]', () => {}); it.each([1])(`row %s`, () => {}); other('x'); }); test.each`a`('tagged [4.19]', f);";
  expect(titlesIn('a.spec.ts', text).map(({ title }) => title)).toEqual(['G6 [4.17] refuses [4.18]', 'G6 [4.17] row %s', 'tagged [4.19]']);
});

describe('rows and their tests', () => {
  const requirements = readRequirements([row('4.17'), row('4.18'), row('4.19', 'finance'), row('7.12', 'platform')].join('\n'));
  const title = (file: string, text: string) => ({ file, title: text });
  const ran = (file: string, ...tests: [string, 'passed' | 'failed'][]): JestResults['testResults'][number] => ({
    name: `/r/${file}`,
    status: tests.some(([, status]) => status === 'failed') || tests.length === 0 ? 'failed' : 'passed',
    message: '',
    assertionResults: tests.map(([fullName, status]) => ({ fullName, title: fullName, ancestorTitles: [], status })),
  });
  const passing = (titles: ReturnType<typeof title>[], ...files: JestResults['testResults'][number][]) =>
    joinRequirements(requirements, titles, { ...noResults, testResults: files }, '/r')
      .filter((joined) => joined.passing)
      .map(({ id }) => id);

  test('a row passes when every test that names it passed', () => {
    expect(passing([], ran('a.spec.ts', ['one [4.17]', 'passed'], ['two [4.17, 4.18]', 'passed']))).toEqual(['4.17', '4.18']);
  });

  test.each([
    ['one of its tests failed', [], [ran('a.spec.ts', ['one [4.17]', 'passed'], ['two [4.17]', 'failed'])]],
    ['its test did not run', [title('a.spec.ts', 'one [4.17]')], []],
    [
      'one of its files did not run',
      [title('a.spec.ts', 'one [4.17]'), title('b.spec.ts', 'two [4.17]')],
      [ran('a.spec.ts', ['one [4.17]', 'passed'])],
    ],
    ['its file could not be loaded', [title('a.spec.ts', 'one [4.17]')], [ran('a.spec.ts')]],
    ['only the tooling quotes it', [], [ran('libs/tooling/src/a.spec.ts', ['one [4.17]', 'passed'])]],
    ['nothing names it', [title('a.spec.ts', 'one')], []],
  ])('a row does not pass when %s', (_name, titles, files) => {
    expect(passing(titles, ...files)).toEqual([]);
  });

  test('a complete department owes what does not pass; the others owe nothing yet', () => {
    const rows = joinRequirements(requirements, [], { ...noResults, testResults: [ran('a.spec.ts', ['one [4.17]', 'passed'])] }, '/r');
    expect(owedRows(rows, ['sales']).map(({ id }) => id)).toEqual(['4.18']);
    expect(owedRows(rows, ['sales', 'finance', 'platform']).map(({ id }) => id)).toEqual(['4.18', '4.19', '7.12']);
    expect(owedRows(rows, [])).toEqual([]);
  });

  test('a test that names a row that does not exist is told', () => {
    expect(strangeIds(requirements, [title('a.spec.ts', 'one [4.99]'), title('a.spec.ts', 'two [4.17]')])).toEqual([
      expect.stringContaining('4.99'),
    ]);
  });
});

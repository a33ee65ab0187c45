import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runFit, runJudge } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'scorecard-'));
const data = join(import.meta.dirname, 'credit-applications.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lines that were said. */
async function said(run: (say: (line: string) => void) => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  await run((line) => lines.push(line));
  return lines;
}

describe('judge', () => {
  test('prints AUC and KS and writes them', async () => {
    const json = join(folder, 'deep', 'figures.json');
    const lines = await said((say) => runJudge({ data, json }, say));
    const figures = JSON.parse(readFileSync(json, 'utf8')) as { rows: number; auc: number; ks: number };
    expect(Object.keys(figures)).toEqual(['rows', 'auc', 'ks']);
    expect(figures.rows).toBe(700);
    expect(lines).toContain(`AUC ${figures.auc.toFixed(4)}`);
    expect(lines).toContain(`KS ${figures.ks.toFixed(4)}`);
    expect(lines.join('\n')).toContain('Never read, because nobody may score on it: personal_status_and_sex, foreign_worker');
  });

  test('the order of rows does not matter', async () => {
    const [heading, ...rows] = readFileSync(data, 'utf8').trimEnd().split(/\r?\n/);
    const turned = join(folder, 'turned.csv');
    writeFileSync(turned, [heading, ...rows.toReversed()].join('\n'));
    expect(await said((say) => runJudge({ data: turned }, say))).toEqual(await said((say) => runJudge({ data }, say)));
  });

  test.each([
    ['a file that is not there', { data: 'nowhere.csv' }, 'There is no file nowhere.csv'],
    ['a folder', { data: folder }, 'cannot be read'],
    ['a card that is not known', { data, card: 'shoe-size' }, 'There is no card shoe-size'],
  ])('%s', async (_name, options, problem) => {
    await expect(runJudge(options, () => undefined)).rejects.toThrow(problem);
  });
});

describe('fit refuses before it computes anything', () => {
  test.each([
    [
      '[1.5] sex and marital status',
      { attributes: 'age_in_years,personal_status_and_sex' },
      'No card may score on personal_status_and_sex',
    ],
    ['[1.5] nationality', { attributes: 'foreign_worker' }, 'No card may score on foreign_worker'],
    ['an attribute that is none', { attributes: 'shoe_size' }, 'No attribute is called shoe_size'],
    ['a version that is none', { version: '0' }, '--version is "0"'],
    ['a base score that is none', { 'base-score': '1e3' }, '--base-score is "1e3"'],
    ['a name that would leave the folder', { card: '../card' }, 'no name for a card'],
  ])('%s', async (_name, options, problem) => {
    const lines: string[] = [];
    await expect(runFit({ data, out: folder, ...options }, (line) => lines.push(line))).rejects.toThrow(problem);
    expect(lines).toEqual([]);
  });
});

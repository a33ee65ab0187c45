import { readdir, readFile, writeFile } from 'node:fs/promises';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { lastLines, openLog, rotateLogs } from './logs.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

describe('keeping logs small', () => {
  test('a log above the limit is set aside and goes on empty, with the same writer', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'sales.log');
    const log = openLog(path);
    writeSync(log.fd, 'x'.repeat(101));
    await rotateLogs(folder, 100);
    writeSync(log.fd, 'after');
    log.close();
    expect(await readFile(path, 'utf8')).toBe('after');
    expect(await readFile(`${path}.1`, 'utf8')).toHaveLength(101);
  });

  test('three old ones are kept, the oldest goes', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'sales.log');
    for (const round of ['one', 'two', 'three', 'four', 'five']) {
      await writeFile(path, round.repeat(100));
      await rotateLogs(folder, 100);
    }
    expect((await readdir(folder)).sort()).toEqual(['sales.log', 'sales.log.1', 'sales.log.2', 'sales.log.3']);
    expect((await readFile(`${path}.1`, 'utf8')).startsWith('five')).toBe(true);
    expect((await readFile(`${path}.3`, 'utf8')).startsWith('three')).toBe(true);
  });

  test('small logs, other files and a missing folder are left alone', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.log'), 'x'.repeat(100));
    await writeFile(join(folder, 'b.txt'), 'x'.repeat(1000));
    await rotateLogs(folder, 100);
    await rotateLogs(join(folder, 'nowhere'), 100);
    expect((await readdir(folder)).sort()).toEqual(['a.log', 'b.txt']);
  });
});

describe('the end of a log', () => {
  test.each([
    ['one\ntwo\nthree\n', 2, ['two', 'three']],
    ['one\n\n  \n', 5, ['one']],
    ['', 3, []],
    [`${'x'.repeat(40_000)}\nlast\n`, 1, ['last']],
  ])('of %#', async (text, count, lines) => {
    const path = join(await temporaryFolder(), 'a.log');
    await writeFile(path, text);
    expect(await lastLines(path, count)).toEqual(lines);
  });

  test('of a log that is not there', async () => {
    expect(await lastLines('/no/such/file.log', 3)).toEqual([]);
  });
});

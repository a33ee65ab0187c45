import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SupergraphFile } from './supergraph-file.js';

/** Longer than any test: these tests look by hand. */
const pollMs = 3_600_000;
let folder: string;
let path: string;
let stop: (() => Promise<void>) | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  path = join(folder, 'supergraph.graphql');
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await rm(folder, { recursive: true });
});

async function follow(first: string) {
  await writeFile(path, first);
  const seen = { served: [first], errors: 0, results: [] as string[], proving: 0, provingAtOnce: 0 };
  const file = new SupergraphFile({
    path,
    pollMs,
    log: { info: () => undefined, warn: () => undefined, error: () => void (seen.errors += 1) },
    inspect: (text) => {
      if (text.startsWith('no supergraph')) throw new Error('no supergraph');
    },
    prove: async (text) => {
      seen.proving += 1;
      seen.provingAtOnce = Math.max(seen.provingAtOnce, seen.proving);
      await Promise.resolve();
      seen.proving -= 1;
      if (text.startsWith('broken')) throw new Error('broken');
    },
    onReload: (result) => seen.results.push(result),
  });
  const options = {
    update: (text: string) => void seen.served.push(text),
    healthCheck: async () => undefined,
    getDataSource: () => ({ process: async () => ({}) }),
  };
  const { cleanup } = await file.initialize(options);
  stop = cleanup;
  return { file, seen };
}

describe('a followed file', () => {
  test('good, broken, looked at again and again, good', async () => {
    const { file, seen } = await follow('one');
    await writeFile(path, 'broken two');
    for (let look = 0; look < 3; look += 1) await file.check();
    expect([seen.served, seen.errors]).toEqual([['one'], 1]);
    await writeFile(path, 'three');
    await file.check();
    await file.check();
    expect([seen.served, seen.errors, seen.results]).toEqual([['one', 'three'], 1, ['failure', 'success']]);
  });

  test.each(['no supergraph', 'broken'])('a text that is %s never reaches the gateway', async (text) => {
    const { file, seen } = await follow('one');
    await writeFile(path, text);
    await file.check();
    expect([seen.served, seen.results]).toEqual([['one'], ['failure']]);
  });

  test('a file that vanishes is told once, and followed again when it is back', async () => {
    const { file, seen } = await follow('one');
    await rm(path);
    await file.check();
    await file.check();
    expect([seen.served, seen.errors]).toEqual([['one'], 1]);
    await writeFile(`${path}.new`, 'two');
    await rename(`${path}.new`, path);
    await file.check();
    expect(seen.served).toEqual(['one', 'two']);
  });

  test('checks run one after the other', async () => {
    const { file, seen } = await follow('one');
    await writeFile(path, 'two');
    await Promise.all([file.check(), file.check(), file.check()]);
    expect([seen.served, seen.provingAtOnce]).toEqual([['one', 'two'], 1]);
  });

  test('after the end nothing is served', async () => {
    const { file, seen } = await follow('one');
    await writeFile(path, 'two');
    await stop?.();
    await file.check();
    expect(seen.served).toEqual(['one']);
  });

  test('refuses to start with a text that is no supergraph or without a file', async () => {
    await expect(follow('no supergraph')).rejects.toThrow('no supergraph');
    await rm(path);
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const file = new SupergraphFile({
      path,
      pollMs,
      log,
      inspect: () => undefined,
      prove: async () => undefined,
      onReload: () => undefined,
    });
    await expect(
      file.initialize({
        update: () => undefined,
        healthCheck: async () => undefined,
        getDataSource: () => ({ process: async () => ({}) }),
      }),
    ).rejects.toThrow(/cannot be read/);
  });
});

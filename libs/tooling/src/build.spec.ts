import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { build, buildableProjects, planSteps } from './build.ts';

const roots: string[] = [];
let root: string;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const outputs = async () =>
  (await readdir(join(root, 'libs/a/dist'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
const run = () => build(root, ['libs/a']);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'weilend-build-'));
  roots.push(root);
  await write(
    '.swcrc',
    JSON.stringify({
      $schema: 'x',
      jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
      module: { type: 'es6' },
    }),
  );
  await write('libs/a/src/index.ts', 'export const answer: number = 42;\n');
});

afterAll(async () => {
  for (const folder of roots) await rm(folder, { recursive: true, force: true });
});

describe('what becomes of a file', () => {
  test.each([
    ['main.ts', 'main.js', 'compile'],
    ['domain/loan.machine.ts', 'domain/loan.machine.js', 'compile'],
    ['fonts/song.ttf', 'fonts/song.ttf', 'copy'],
    ['schemas/event.json', 'schemas/event.json', 'copy'],
    ['explorer/index.html', 'explorer/index.html', 'copy'],
    ['schema.graphql', 'schema.graphql', 'copy'],
    ['inspector.ts', 'inspector.js', 'compile'],
  ])('%s becomes %s', (source, target, kind) => {
    expect(planSteps([source])).toEqual([{ source, target, kind }]);
  });

  test.each([
    'loan.spec.ts',
    'loan.int-spec.ts',
    'line.story.ts',
    'schedule.cases.ts',
    'schedule/__cases__/rows.json',
    '__cases__/rows.ts',
    'types.d.ts',
  ])('%s is left out', (source) => {
    expect(planSteps([source])).toEqual([]);
  });
});

describe('building', () => {
  test('types go, code and assets arrive, nothing else', async () => {
    await write('libs/a/src/page.html', '<p>');
    await write('libs/a/src/index.spec.ts', 'throw new Error();');
    expect(await run()).toMatchObject({ compiled: 1, copied: 1, failures: [] });
    expect(await outputs()).toEqual(['index.js', 'page.html']);
    expect(await readFile(join(root, 'libs/a/dist/index.js'), 'utf8')).toContain('export const answer = 42;');
  });

  test('a second time nothing is compiled', async () => {
    await run();
    expect(await run()).toMatchObject({ compiled: 0, kept: 1 });
  });

  test.each([
    ['newer', 60_000],
    ['older, as a file put back from a copy is', -60_000],
  ])('a source that is %s is compiled again', async (_, byMs) => {
    await run();
    const source = join(root, 'libs/a/src/index.ts');
    const at = new Date((await stat(source)).mtimeMs + byMs);
    await writeFile(source, 'export const answer: number = 43;\n');
    await utimes(source, at, at);
    expect(await run()).toMatchObject({ compiled: 1 });
    expect(await readFile(join(root, 'libs/a/dist/index.js'), 'utf8')).toContain('43');
  });

  test('other compiler options compile everything again', async () => {
    await run();
    await write('.swcrc', JSON.stringify({ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }));
    expect(await run()).toMatchObject({ compiled: 1, kept: 0 });
  });

  test('what has lost its source goes', async () => {
    await write('libs/a/src/old.ts', 'export {};');
    await run();
    await rm(join(root, 'libs/a/src/old.ts'));
    expect(await run()).toMatchObject({ removed: 1 });
    expect(await outputs()).toEqual(['index.js']);
  });

  test('a file that does not compile is named, the others are there, and it is tried again next time', async () => {
    await write('libs/a/src/broken.ts', 'export const = ;');
    const first = await run();
    expect(first.failures).toEqual([expect.stringContaining('broken.ts')]);
    expect(existsSync(join(root, 'libs/a/dist/index.js'))).toBe(true);
    expect((await run()).failures).toHaveLength(1);
    await write('libs/a/src/broken.ts', 'export {};');
    expect((await run()).failures).toEqual([]);
  });

  test('a folder that is no project is refused', async () => {
    await expect(build(root, ['libs/none'])).rejects.toThrow('not a project');
  });
});

test('projects are the libraries, services and the gateway that have sources; tooling runs as it is', async () => {
  await write('libs/tooling/src/x.ts', '');
  await write('libs/empty/package.json', '{}');
  await write('services/sales/src/main.ts', '');
  await write('gateway/src/main.ts', '');
  expect(await buildableProjects(root)).toEqual(['libs/a', 'services/sales', 'gateway']);
});

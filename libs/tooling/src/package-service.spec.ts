import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closureOf } from './package-closure.ts';
import { packageService } from './package-service.ts';

const roots: string[] = [];
let root: string;

async function write(path: string, content: object | string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** An installed package that asks for others. */
const install = (path: string, manifest: object = {}) =>
  write(`${path}/package.json`, { name: path.replace(/^.*node_modules\//, ''), version: '1.0.0', ...manifest });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'weilend-package-'));
  roots.push(root);
  await write('.swcrc', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } });
  await write('services/finance/package.json', {
    name: '@weilend/finance-service',
    version: '0.1.0',
    main: 'dist/main.js',
    dependencies: { '@weilend/mongo': '0.1.0', a: '1.0.0' },
    devDependencies: { jest: '1.0.0' },
  });
  await write('services/finance/src/main.ts', "import { answer } from '@weilend/mongo'; console.log(answer);");
  await write('services/finance/.env.example', 'PORT=\n');
  await write('libs/mongo/package.json', {
    name: '@weilend/mongo',
    version: '0.1.0',
    exports: { '.': { 'weilend-source': './src/index.ts', types: './src/index.ts', default: './dist/index.js' } },
    dependencies: { '@weilend/kernel': '0.1.0', driver: '1.0.0' },
  });
  await write('libs/mongo/src/index.ts', 'export const answer: number = 42;');
  await write('libs/kernel/package.json', { name: '@weilend/kernel', version: '0.1.0', exports: { '.': { default: './dist/index.js' } } });
  await write('libs/kernel/src/index.ts', 'export {};');
  for (const name of ['a', 'driver', 'jest']) await install(`node_modules/${name}`);
});

afterAll(async () => {
  for (const folder of roots) await rm(folder, { recursive: true, force: true });
});

const closure = () => closureOf(root, 'services/finance');

describe('the closure of a service', () => {
  test('its libraries, theirs, and what all of them need; never what only development needs', () => {
    expect(closure()).toEqual({ libraries: ['kernel', 'mongo'], packages: ['node_modules/a', 'node_modules/driver'] });
  });

  test('follows nested copies the way Node does', async () => {
    await install('node_modules/a', { dependencies: { b: '2.0.0' } });
    await install('node_modules/a/node_modules/b', { dependencies: { c: '1.0.0' } });
    await install('node_modules/b');
    await install('node_modules/c');
    expect(closure().packages).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c', 'node_modules/driver']);
  });

  test('takes peers that are needed and there, not optional ones nobody asked for', async () => {
    await install('node_modules/a', {
      peerDependencies: { rxjs: '1', express: '1', ghost: '1' },
      peerDependenciesMeta: { express: { optional: true } },
    });
    await install('node_modules/rxjs');
    await install('node_modules/express');
    expect(closure().packages).toEqual(['node_modules/a', 'node_modules/driver', 'node_modules/rxjs']);
  });

  test('takes optional packages where they are, also when npm lists them twice', async () => {
    const optional = { 'core-linux': '1.0.0', 'core-darwin': '1.0.0' };
    await install('node_modules/a', { dependencies: optional, optionalDependencies: optional });
    await install('node_modules/core-linux');
    expect(closure().packages).toEqual(['node_modules/a', 'node_modules/core-linux', 'node_modules/driver']);
  });

  test('survives packages that need each other', async () => {
    await install('node_modules/a', { dependencies: { b: '1' } });
    await install('node_modules/b', { dependencies: { a: '1' } });
    expect(closure().packages).toEqual(['node_modules/a', 'node_modules/b', 'node_modules/driver']);
  });

  test('a missing package is named with who needs it, all of them at once', async () => {
    await rm(join(root, 'node_modules'), { recursive: true });
    expect(closure).toThrow('not installed: driver (needed by libs/mongo), a (needed by services/finance); run `npm ci`');
  });
});

describe('the packaged folder', () => {
  const target = () => join(root, 'out', 'finance');
  const read = async (path: string) => JSON.parse(await readFile(join(target(), path), 'utf8')) as Record<string, unknown>;

  test('holds what starts the service, and its libraries as packages', async () => {
    const packaged = await packageService(root, 'finance');
    expect(packaged).toMatchObject({ folder: target(), packages: 2, libraries: ['kernel', 'mongo'] });
    expect((await readdir(target())).sort()).toEqual(['.env.example', 'dist', 'node_modules', 'package.json']);
    expect(await read('package.json')).toMatchObject({ type: 'module', scripts: { start: 'node dist/main.js' } });
    expect(await read('package.json')).not.toHaveProperty('devDependencies');
    expect(await read('node_modules/@weilend/mongo/package.json')).toMatchObject({ exports: { '.': './dist/index.js' } });
    expect(existsSync(join(target(), 'node_modules/@weilend/mongo/dist/index.js'))).toBe(true);
    expect((await readdir(join(target(), 'node_modules'))).sort()).toEqual(['@weilend', 'a', 'driver']);
  });

  test('leaves out what only compilers and debuggers read, and what stood there before', async () => {
    for (const file of ['index.js', 'index.d.ts', 'index.d.mts', 'index.js.map', 'LICENSE']) await write(`node_modules/a/${file}`, 'x');
    await write('out/finance/node_modules/leftover/package.json', '{}');
    await packageService(root, 'finance');
    expect((await readdir(join(target(), 'node_modules/a'))).sort()).toEqual(['LICENSE', 'index.js', 'package.json']);
    expect(existsSync(join(target(), 'node_modules/leftover'))).toBe(false);
  });

  test('the gateway brings the supergraph along', async () => {
    await write('gateway/package.json', { name: 'gateway', version: '0.1.0', main: 'dist/main.js' });
    await write('gateway/src/main.ts', 'export {};');
    await write('gateway/.env.example', '');
    await write('gateway/supergraph.graphql', 'schema');
    await packageService(root, 'gateway');
    expect(await readFile(join(root, 'out/gateway/supergraph.graphql'), 'utf8')).toBe('schema');
  });

  test.each(['', 'nope', '../finance', 'Finance', 'mongo'])('%j is no service', async (name) => {
    await expect(packageService(root, name)).rejects.toThrow('choose one of finance, gateway');
  });

  test('code that does not compile is not packaged', async () => {
    await write('libs/kernel/src/index.ts', 'export const = ;');
    await expect(packageService(root, 'finance')).rejects.toThrow('index.ts');
    expect(existsSync(target())).toBe(false);
  });

  test('without its printed .env.example it is not packaged', async () => {
    await rm(join(root, 'services/finance/.env.example'));
    await expect(packageService(root, 'finance')).rejects.toThrow('npm run print');
  });
});

test('no package of a real service is one that only development needs', async () => {
  const repository = resolve(import.meta.dirname, '../../..');
  const lock = JSON.parse(await readFile(join(repository, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean }> };
  for (const project of ['services/finance', 'gateway']) {
    const { packages } = closureOf(repository, project);
    expect(packages.filter((path) => lock.packages[path]?.dev)).toEqual([]);
    expect(packages.length).toBeGreaterThan(50);
  }
});

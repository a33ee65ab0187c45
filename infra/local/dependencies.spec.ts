import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { completePackages, type LockPackages } from './complete-lock.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

interface Dependencies {
  sameVersions(lock: string, installed: string): boolean;
  dependenciesAreThere(folder: string): boolean;
  npmCommand(env: NodeJS.ProcessEnv): string[];
  installEnvironment(env: NodeJS.ProcessEnv, home: string): NodeJS.ProcessEnv;
}

interface NpmFailure {
  explainNpm(output: string, logPath: string): string;
}

// Plain JavaScript, because it runs before the compiler is there: loaded by path, typed here.
const [path, failurePath] = ['./dependencies.mjs', './npm-failure.mjs'];
const { sameVersions, dependenciesAreThere, npmCommand, installEnvironment } = (await import(path)) as Dependencies;

const { explainNpm } = (await import(failurePath)) as NpmFailure;

afterAll(removeTemporaryFolders);

const lockOf = (packages: object) => JSON.stringify({ packages });

describe('is everything installed?', () => {
  const wanted = {
    '': { name: 'weilend' },
    'libs/a': {},
    'node_modules/a': { link: true },
    'node_modules/b': { version: '1.0.0' },
    'node_modules/c': { version: '2.0.0', optional: true },
    'node_modules/left': { version: '0.1.0', extraneous: true },
  };
  test.each([
    [
      'all of it',
      { 'node_modules/a': { link: true }, 'node_modules/b': { version: '1.0.0' }, 'node_modules/c': { version: '2.0.0' } },
      true,
    ],
    ['without an optional one', { 'node_modules/a': { link: true }, 'node_modules/b': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { link: true }, 'node_modules/b': { version: '1.0.1' } }, false],
    [
      'another version of the optional one',
      { 'node_modules/a': { link: true }, 'node_modules/b': { version: '1.0.0' }, 'node_modules/c': { version: '3.0.0' } },
      false,
    ],
    ['one missing', { 'node_modules/a': { link: true } }, false],
    ['a copy instead of a link', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, false],
    ['nothing', {}, false],
  ])('%s', (_, installed, same) => {
    expect(sameVersions(lockOf(wanted), lockOf(installed))).toBe(same);
  });

  test.each([[''], ['{'], ['{}'], ['null']])('an unreadable list (%j) counts as not installed', (text) => {
    expect(sameVersions(lockOf(wanted), text)).toBe(false);
    expect(sameVersions(text, lockOf(wanted))).toBe(false);
  });

  test('installed by hand is recognised once, then by the stamp; a changed lockfile is seen', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'node_modules', '.bin'), { recursive: true });
    expect(dependenciesAreThere(root)).toBe(false);
    await writeFile(join(root, 'package-lock.json'), lockOf({ 'node_modules/b': { version: '1.0.0' } }));
    await writeFile(join(root, 'node_modules', '.package-lock.json'), lockOf({ 'node_modules/b': { version: '1.0.0' } }));
    expect(dependenciesAreThere(root)).toBe(false);
    await writeFile(join(root, 'node_modules', '.bin', 'node'), '');
    expect(dependenciesAreThere(root)).toBe(true);
    await writeFile(join(root, 'node_modules', '.package-lock.json'), '');
    expect(dependenciesAreThere(root)).toBe(true);
    await writeFile(join(root, 'package-lock.json'), lockOf({ 'node_modules/b': { version: '1.0.1' } }));
    expect(dependenciesAreThere(root)).toBe(false);
  });
});

describe('why npm failed, and the mend', () => {
  test.each([
    ['npm error code ENOSPC', 'the disk is full'],
    ['npm error code ENOTFOUND', 'registry cannot be reached'],
    ['npm error network request to http://x failed, reason: connect ECONNREFUSED', 'registry cannot be reached'],
    ['npm error code ERR_SOCKET_TIMEOUT', 'registry cannot be reached'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'npm config set cafile'],
    ['npm error code E401', 'npm login'],
    ['npm error code E404', 'a complete registry'],
    ['npm error code EACCES', 'chown'],
    ['npm error code EUSAGE', 'npm install'],
    ['npm error code EINTEGRITY', 'npm cache clean'],
    ['spawn npm ENOENT', 'npm is not on PATH'],
    ['something never seen', 'npm ci failed'],
  ])('%j', (output, mend) => {
    const sentence = explainNpm(output, '/logs/npm-ci.log');
    expect(sentence).toContain(mend);
    expect(sentence).toContain('/logs/npm-ci.log');
  });
});

describe('how npm is called', () => {
  test.each([
    [{}, 1],
    [{ npm_execpath: '/no/such/npm-cli.js' }, 1],
    [{ npm_execpath: '/usr/bin/yarn' }, 1],
    [{ npm_execpath: import.meta.filename.replace('dependencies.spec.ts', 'up.mjs') }, 1],
  ])('%j: the one on PATH', (env, words) => {
    expect(npmCommand(env)).toHaveLength(words);
    expect(npmCommand(env)).toEqual(['npm']);
  });

  test('development dependencies are never left out, and a home that cannot be used does not matter', async () => {
    const home = await temporaryFolder();
    expect(installEnvironment({ NODE_ENV: 'production', npm_config_omit: 'dev', HOME: home }, '/data')).toEqual({ HOME: home });
    expect(installEnvironment({ HOME: '/no/such/home' }, '/data')).toEqual({ HOME: '/no/such/home', npm_config_cache: '/data/npm-cache' });
    expect(installEnvironment({}, '/data')).toEqual({ npm_config_cache: '/data/npm-cache' });
  });
});

describe('a lockfile made with a registry that lacks other systems', () => {
  const parent = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { '@x/core-darwin-arm64': '1.0.0', '@x/core-linux-x64-gnu': '1.0.0', plain: '1.0.0' },
  };
  const packages: LockPackages = {
    '': {},
    'node_modules/@x/core': parent,
    'node_modules/@x/core-linux-x64-gnu': { version: '1.0.0' },
    'node_modules/old': { version: '9.0.0', extraneous: true },
  };

  test('gets them back, each for its system only, and loses leftovers', () => {
    const complete = completePackages(packages);
    expect(complete['node_modules/@x/core-darwin-arm64']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    });
    expect(complete['node_modules/@x/core-linux-x64-gnu']).toEqual({ version: '1.0.0' });
    expect(Object.keys(complete)).not.toContain('node_modules/old');
    expect(Object.keys(complete)).not.toContain('node_modules/plain');
  });

  test('is complete the second time', () => {
    const once = completePackages(packages);
    expect(completePackages(once)).toEqual(once);
  });

  test('one that is nested in its parent counts as there', () => {
    const nested: LockPackages = {
      'node_modules/a/node_modules/@x/core': parent,
      'node_modules/a/node_modules/@x/core-darwin-arm64': { version: '1.0.0' },
      'node_modules/@x/core-linux-x64-gnu': {},
    };
    expect(completePackages(nested)).toEqual(nested);
  });
});

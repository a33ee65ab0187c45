import { writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { repositoryRoot } from '../local/binaries.ts';
import { departments } from '../local/departments.ts';
import { completeSecrets } from '../local/secrets.ts';
import { removeTemporaryFolders, temporaryFolder } from '../local/temporary-folder.ts';
import { envFiles } from './env-files.ts';

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly args?: { readonly SERVICE?: string }; readonly target?: string };
  readonly env_file?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: unknown;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly read_only?: boolean;
  readonly networks?: readonly string[];
}

const path = join(repositoryRoot, 'docker-compose.yml');
const text = readFileSync(path, 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, ComposeService> };
const processes = [...departments, 'gateway'];

interface LintedFile {
  readonly messages: readonly { readonly rule: string; readonly message: string }[];
}

/** What the published schema of the Compose specification says against a file (the package dclint carries that schema). */
function complaints(file: string): string[] {
  const linted: readonly LintedFile[] = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles([file], false);
  const messages = linted.flatMap((result) => result.messages);
  return messages.filter(({ rule }) => rule === 'invalid-schema' || rule === 'invalid-yaml').map(({ message }) => message);
}

afterAll(removeTemporaryFolders);

describe('docker-compose.yml and the published schema', () => {
  test('it fits', () => {
    expect(complaints(path)).toEqual([]);
  });

  test.each([
    ['a word that Compose does not know', 'depends_on:', 'depend_on:'],
    ['a port mapping as a list of lists', "ports: ['127.0.0.1:${GATEWAY_PORT:-4000}:4000']", "ports: [['4000']]"],
    ['a condition that does not exist', 'service_healthy', 'service_ready'],
    ['volumes as a list', 'volumes:\n  mongo: {}', 'volumes:\n  - mongo'],
    ['broken YAML', 'services:', 'services: ['],
  ])('%s would be seen', async (_, right, wrong) => {
    expect(text).toContain(right);
    const file = join(await temporaryFolder(), 'docker-compose.yml');
    await writeFile(file, text.replace(right, wrong));
    expect(complaints(file)).not.toEqual([]);
  });
});

describe('the topology', () => {
  test('MongoDB, Redis, eight departments and the gateway, and what prepares MongoDB', () => {
    expect(Object.keys(services).sort()).toEqual([...processes, 'mongo', 'mongo-setup', 'redis'].sort());
  });

  test.each(processes)('%s is an image of its own, waits for what it needs and cannot write to itself', (name) => {
    expect(services[name]).toMatchObject({ build: { args: { SERVICE: name } }, read_only: true });
    expect(services[name]?.image).toBe(`weilend/${name}:\${WEILEND_VERSION:-local}`);
  });

  test.each(departments)('%s starts after MongoDB is prepared and Redis answers', (name) => {
    expect(services[name]?.depends_on).toEqual({
      'mongo-setup': { condition: 'service_completed_successfully' },
      redis: { condition: 'service_healthy' },
    });
  });

  test('the gateway reaches each department at the port that it listens on', () => {
    const addresses = departments.map((name) => `${name}=http://${name}:${services[name]?.environment?.PORT}/graphql`);
    expect(services.gateway?.environment?.SUBGRAPH_URLS).toBe(addresses.join(','));
    expect(departments.map((name) => services[name]?.environment?.PORT)).toEqual([
      '4001',
      '4002',
      '4003',
      '4004',
      '4005',
      '4006',
      '4007',
      '4008',
    ]);
  });

  test('only the gateway can be reached, and only from this machine', () => {
    const open = Object.entries(services).filter(([, service]) => service.ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['gateway']);
    expect(services.gateway?.ports).toEqual(['127.0.0.1:${GATEWAY_PORT:-4000}:4000']);
    expect(
      Object.entries(services)
        .filter(([, { networks }]) => networks?.includes('outside'))
        .map(([name]) => name),
    ).toEqual(['gateway']);
  });

  test.each(['mongo', 'redis'])('%s is asked for its health (the departments by their image)', (name) => {
    expect(services[name]?.healthcheck).toBeDefined();
  });

  test.each([
    '--replSet rs0',
    '--keyFile',
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'aof-load-truncated yes',
  ])('servers run with %s', (setting) => {
    expect(text).toContain(setting);
  });
});

describe('secrets', () => {
  const files = envFiles(completeSecrets({})).map(({ name }) => name);

  test('each container gets its own file, and every file is used', () => {
    const used = Object.entries(services).flatMap(([name, service]) => (service.env_file ?? []).map((file) => [name, file]));
    expect(used.sort()).toEqual(files.map((name) => [name, `infra/docker/env/${name}.env`]).sort());
  });

  test('none stands in the file itself, not even as a default', () => {
    for (const [name, { environment = {} }] of Object.entries(services)) {
      expect([name, Object.keys(environment).filter((variable) => /PASSWORD|KEY|SECRET|URI|REDIS_URL/.test(variable))]).toEqual([name, []]);
    }
    expect(text).not.toMatch(/\$\{[A-Z_]*(PASSWORD|KEY|SECRET)[A-Z_]*:-/);
  });
});

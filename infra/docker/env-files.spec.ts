import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { departments } from '../local/departments.ts';
import { completeSecrets } from '../local/secrets.ts';
import { serviceEnvironment } from '../local/service-env.ts';
import { readSettings } from '../local/settings.ts';
import { removeTemporaryFolders, temporaryFolder } from '../local/temporary-folder.ts';
import { envFiles, envText, exampleText } from './env-files.ts';
import { writeEnvFiles } from './make-env.ts';
import { readOrder } from './prepare-mongo.ts';

const secrets = completeSecrets({});
const files = envFiles(secrets);
const fileOf = (name: string) => files.find((file) => file.name === name)?.values ?? {};

afterAll(removeTemporaryFolders);

describe('the environment files', () => {
  test('one for each container that has secrets', () => {
    expect(files.map(({ name }) => name)).toEqual(['mongo', 'mongo-setup', 'redis', ...departments]);
  });

  test.each(departments)('%s gets its own secrets and nobody else’s', (department) => {
    const text = JSON.stringify(fileOf(department));
    expect(text).toContain(secrets.mongoPasswords[department]);
    for (const other of departments.filter((name) => name !== department)) expect(text).not.toContain(secrets.mongoPasswords[other]);
    expect(text).not.toContain(secrets.mongoRootPassword);
    expect(text).not.toContain(secrets.mongoKey);
    expect('ADMIN_PASSWORD' in fileOf(department)).toBe(department === 'hr');
  });

  test.each(departments)('%s is given every secret that the local stack gives it', (department) => {
    const local = serviceEnvironment(department, readSettings({}, '/repo'), secrets, {});
    const secretNames = Object.keys(local).filter((name) => /URI|KEY|PASSWORD|REDIS_URL/.test(name));
    expect(Object.keys(fileOf(department)).sort()).toEqual(secretNames.sort());
  });

  test('no value holds what Compose would interpret', () => {
    for (const { name, values } of files) {
      for (const [variable, value] of Object.entries(values))
        expect(`${name} ${variable} ${value}`).toMatch(/^\S+ \S+ ('[^'\n]*'|[^\s'"$`\\#]+)$/);
    }
  });

  test('are written once, for this user only, and the same the second time', async () => {
    const folder = join(await temporaryFolder(), 'env');
    const names = await writeEnvFiles(folder);
    const first = await Promise.all(names.map((name) => readFile(join(folder, `${name}.env`), 'utf8')));
    await writeEnvFiles(folder);
    expect(await Promise.all(names.map((name) => readFile(join(folder, `${name}.env`), 'utf8')))).toEqual(first);
    for (const name of names) expect((await stat(join(folder, `${name}.env`))).mode & 0o777).toBe(0o600);
  });
});

describe('the example', () => {
  test('in the repository is the one that would be made now', async () => {
    expect(await readFile(join(import.meta.dirname, '.env.example'), 'utf8')).toBe(exampleText(secrets));
  });

  test('names everything and gives away nothing', () => {
    const lines = exampleText(secrets)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^[A-Z_]+=$/.test(line))).toEqual([]);
    expect(lines).toHaveLength(files.flatMap(({ values }) => Object.keys(values)).length);
  });
});

describe('what the preparation of MongoDB reads', () => {
  const setup = Object.fromEntries(
    envText({ name: 'mongo-setup', values: fileOf('mongo-setup') }, true)
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace(/^'(.*)'$/, '$1')]),
  );

  test('is what was written for it', () => {
    const { target, secrets: read } = readOrder(setup);
    expect(target).toEqual({ host: 'mongo', port: 27017, replSet: 'rs0', memberHost: 'mongo:27017' });
    expect(read).toEqual({ rootPassword: secrets.mongoRootPassword, servicePasswords: secrets.mongoPasswords });
  });

  test.each([
    [{ MONGO_ROOT_PASSWORD: '' }, 'npm run docker-env'],
    [{ MONGO_SERVICE_PASSWORDS: '' }, 'npm run docker-env'],
    [{ MONGO_SERVICE_PASSWORDS: '{"sales":"x"}' }, 'no password for risk, approval'],
    [{ MONGO_SERVICE_PASSWORDS: 'sales=x' }, 'JSON'],
  ])('without %j there is nothing to prepare', (change, reason) => {
    expect(() => readOrder({ ...setup, ...change })).toThrow(reason);
  });
});

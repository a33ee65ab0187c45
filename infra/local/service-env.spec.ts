import { describe, expect, test } from '@jest/globals';
import { departments } from './departments.ts';
import { completeSecrets } from './secrets.ts';
import { demoEnvironment, gatewayEnvironment, serviceEnvironment, withDatabase } from './service-env.ts';
import { readSettings } from './settings.ts';

const settings = readSettings({}, '/repo');
const secrets = completeSecrets({});
const shell = {
  PATH: '/bin',
  HOME: '/elsewhere',
  NODE_OPTIONS: '--inspect',
  MONGODB_URI: 'mongodb://real',
  NODE_ENV: 'production',
  AWS_SECRET: 'x',
  PORT: '1',
};

describe('the environment of a department', () => {
  test.each(departments)('%s has its own port, user and database, and no other password', (department) => {
    const env = serviceEnvironment(department, settings, secrets, shell);
    expect(env.PORT).toBe(String(settings.ports.services[department]));
    expect(env.MONGODB_URI).toBe(
      `mongodb://${department}:${secrets.mongoPasswords[department]}@127.0.0.1:27117/weilend_${department}?replicaSet=rs0&authSource=admin`,
    );
    const text = JSON.stringify(env);
    for (const other of departments.filter((name) => name !== department)) expect(text).not.toContain(secrets.mongoPasswords[other]);
    expect(text).not.toContain(secrets.mongoRootPassword);
    expect('ADMIN_PASSWORD' in env).toBe(department === 'hr');
  });

  test('nothing of the shell comes through but where programs are and how people write', () => {
    const env = serviceEnvironment('sales', settings, secrets, shell);
    expect(env).toMatchObject({ PATH: '/bin', HOME: '/elsewhere', NODE_ENV: 'development', ROLE: 'all', HOST: '127.0.0.1' });
    for (const name of ['NODE_OPTIONS', 'AWS_SECRET']) expect(env).not.toHaveProperty(name);
  });

  test('keys are given as the services read them', () => {
    const env = serviceEnvironment('hr', settings, secrets, shell);
    expect(JSON.parse(env.FIELD_KEYS ?? '')).toEqual(secrets.fieldKeys);
    expect(env).toMatchObject({
      FIELD_KEY_ID: 'k1',
      BLIND_INDEX_KEY: secrets.blindIndexKey,
      FILE_URL_KEY: secrets.fileUrlKey,
      ADMIN_PASSWORD: secrets.adminPassword,
    });
  });

  test.each([
    [{}, { LOG_LEVEL: 'info', CLOCK_MODE: 'controlled' }],
    [{ LOG_LEVEL: 'debug' }, { LOG_LEVEL: 'debug', CLOCK_MODE: 'controlled' }],
    [
      { CLOCK_MODE: 'system', LOG_LEVEL: '' },
      { LOG_LEVEL: 'info', CLOCK_MODE: 'system' },
    ],
  ])('log level and clock follow the shell: %j', (env, expected) => {
    expect(serviceEnvironment('risk', settings, secrets, env)).toMatchObject(expected);
  });

  test('servers from elsewhere are used with the user they came with', () => {
    const elsewhere = readSettings({ MONGODB_URI: 'mongodb://u:p@db:27017/?replicaSet=main', REDIS_URL: 'redis://cache:6379' }, '/repo');
    const env = serviceEnvironment('risk', elsewhere, secrets, shell);
    expect(env.MONGODB_URI).toBe('mongodb://u:p@db:27017/weilend_risk?replicaSet=main&authSource=admin');
    expect(env.REDIS_URL).toBe('redis://cache:6379');
  });
});

describe('an address with another database', () => {
  test.each([
    ['mongodb://db:27017', 'mongodb://db:27017/x'],
    ['mongodb://db:27017/', 'mongodb://db:27017/x'],
    ['mongodb://a:1,b:2/old?replicaSet=r', 'mongodb://a:1,b:2/x?replicaSet=r'],
    ['mongodb://u:p@db/old', 'mongodb://u:p@db/x?authSource=old'],
    ['mongodb://u:p@db/old?authSource=admin', 'mongodb://u:p@db/x?authSource=admin'],
    ['mongodb://u:p@db', 'mongodb://u:p@db/x?authSource=admin'],
    ['mongodb+srv://u:p@cluster.example/?retryWrites=true', 'mongodb+srv://u:p@cluster.example/x?retryWrites=true&authSource=admin'],
  ])('%s', (uri, expected) => {
    expect(withDatabase(uri, 'x')).toBe(expected);
  });
});

test('the gateway knows every department and no secret', () => {
  const env = gatewayEnvironment(settings, shell);
  expect(env).toMatchObject({
    PORT: '4000',
    AUTH_MODE: 'token',
    SUPERGRAPH_FILE: '/repo/gateway/supergraph.graphql',
    DEMO_SIGN_INS_FILE: '/repo/.local/demo.json',
  });
  expect(env.SUBGRAPH_URLS?.split(',')).toEqual(departments.map((name, index) => `${name}=http://127.0.0.1:${4001 + index}/graphql`));
  for (const name of ['MONGODB_URI', 'REDIS_URL', 'FIELD_KEYS', 'ADMIN_PASSWORD']) expect(env).not.toHaveProperty(name);
});

test('the demo loader knows the gateway and the first administrator, nothing else', () => {
  expect(demoEnvironment(settings, secrets, shell)).toEqual({
    PATH: '/bin',
    HOME: '/elsewhere',
    GATEWAY_URL: 'http://127.0.0.1:4000',
    ADMIN_PASSWORD: secrets.adminPassword,
    DEMO_FILE: '/repo/.local/demo.json',
  });
});

import { describe, expect, test } from '@jest/globals';
import { departments } from './departments.ts';
import { portsToTake, readSettings } from './settings.ts';

const read = (env: NodeJS.ProcessEnv) => readSettings(env, '/repo');

describe('what may be set', () => {
  test('nothing: the ports of the house and .local', () => {
    const settings = read({});
    expect(settings.home).toBe('/repo/.local');
    expect(settings.gatewayUrl).toBe('http://127.0.0.1:4000');
    expect(departments.map((name) => settings.ports.services[name])).toEqual([4001, 4002, 4003, 4004, 4005, 4006, 4007, 4008]);
    expect([settings.ports.mongodb, settings.ports.redis]).toEqual([27117, 6479]);
  });

  test('another place for everything, so that two copies can run side by side', () => {
    const other = read({
      GATEWAY_PORT: '5000',
      SERVICE_PORT_BASE: '5000',
      MONGODB_PORT: '28000',
      REDIS_PORT: '7000',
      WEILEND_HOME: '/data/two',
    });
    const taken = new Set(portsToTake(read({})).map(({ port }) => port));
    expect(portsToTake(other).filter(({ port }) => taken.has(port))).toEqual([]);
    expect(other.home).toBe('/data/two');
  });

  test('an empty variable counts as not set', () => {
    expect(read({ GATEWAY_PORT: '', MONGODB_URI: ' ', WEILEND_HOME: '' })).toEqual(read({}));
  });

  test('a server that runs elsewhere takes no port here', () => {
    const settings = read({ MONGODB_URI: 'mongodb://u:p@db:27017/?replicaSet=main', REDIS_URL: 'rediss://cache:6380' });
    expect(portsToTake(settings).map(({ user }) => user)).not.toEqual(expect.arrayContaining(['MongoDB']));
    expect(portsToTake(settings)).toHaveLength(departments.length + 1);
  });
});

describe('what cannot be is refused with the variable and the mend', () => {
  test.each([
    [{ GATEWAY_PORT: 'abc' }, 'GATEWAY_PORT=abc is no port number'],
    [{ GATEWAY_PORT: '0' }, 'GATEWAY_PORT=0'],
    [{ GATEWAY_PORT: '-1' }, 'GATEWAY_PORT=-1'],
    [{ GATEWAY_PORT: '4000.5' }, 'GATEWAY_PORT=4000.5'],
    [{ REDIS_PORT: '70000' }, 'REDIS_PORT=70000'],
    [{ MONGODB_PORT: '999999' }, 'MONGODB_PORT=999999'],
    [{ SERVICE_PORT_BASE: '65530' }, 'no room for eight services'],
    [{ GATEWAY_PORT: '4004' }, 'Port 4004 is meant for the gateway and for the service finance'],
    [{ REDIS_PORT: '27117' }, 'MONGODB_PORT or REDIS_PORT'],
    [{ SERVICE_PORT_BASE: '6478' }, 'Port 6479'],
    [{ MONGODB_URI: 'http://db:27017' }, 'MONGODB_URI is no address'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL is no address'],
  ])('%j', (env, sentence) => {
    expect(() => read(env)).toThrow(sentence);
  });

  test('the value of an address is not repeated: it may hold a password', () => {
    expect(() => read({ MONGODB_URI: 'mongo://u:topsecret@db' })).toThrow(/^((?!topsecret).)*$/);
  });
});

import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, loadConfig } from './config.js';
import { describeConfig } from './describe-config.js';
import { commonConfig, flag, list, port, secret, url } from './variables.js';

const schema = z.object({
  ...commonConfig,
  PORT: port().default(4004),
  MONGODB_URI: url(['mongodb', 'mongodb+srv']).meta({ description: 'Database of the department' }),
  SIGNING_KEY: secret().min(8),
  ORIGINS: list().default([]),
  VERBOSE: flag().default(false),
});
const good = { MONGODB_URI: 'mongodb://u:word@a:1,b:2/db?replicaSet=rs', SIGNING_KEY: 'longenough' };

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  test('gives defaults, converted values and only the known names, frozen to the depth', () => {
    const config = loadConfig(schema, {
      ...good,
      PORT: '4014',
      ORIGINS: ' https://a, ,https://b ',
      VERBOSE: 'on',
      UNKNOWN: 'x',
      LOG_LEVEL: '',
    });
    expect(config).toEqual({
      NODE_ENV: 'development',
      ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: 4014,
      LOG_LEVEL: 'info',
      CLOCK_MODE: 'system',
      MONGODB_URI: good.MONGODB_URI,
      SIGNING_KEY: 'longenough',
      ORIGINS: ['https://a', 'https://b'],
      VERBOSE: true,
    });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.ORIGINS)).toBe(true);
  });

  test.each([
    ['PORT', { PORT: '70000' }, 'PORT: expected a port number 0..65535, got "70000"'],
    ['PORT', { PORT: '80.5' }, 'PORT: expected a port number 0..65535, got "80.5"'],
    ['PORT', { PORT: 'http' }, 'PORT: expected a port number 0..65535, got "http"'],
    [
      'MONGODB_URI',
      { MONGODB_URI: undefined },
      'MONGODB_URI: required but not set (an absolute URL that starts with mongodb:// or mongodb+srv://: Database of the department)',
    ],
    [
      'MONGODB_URI',
      { MONGODB_URI: '  ' },
      'MONGODB_URI: required but not set (an absolute URL that starts with mongodb:// or mongodb+srv://: Database of the department)',
    ],
    [
      'MONGODB_URI',
      { MONGODB_URI: 'http://u:word@a' },
      'MONGODB_URI: expected an absolute URL that starts with mongodb:// or mongodb+srv://, got "http://***@a"',
    ],
    [
      'MONGODB_URI',
      { MONGODB_URI: 'mongodb://a:99999,b' },
      'MONGODB_URI: expected an absolute URL that starts with mongodb:// or mongodb+srv://, got "mongodb://a:99999,b"',
    ],
    ['SIGNING_KEY', { SIGNING_KEY: undefined }, 'SIGNING_KEY: required but not set'],
    ['ROLE', { ROLE: 'boss' }, 'ROLE: Invalid option: expected one of "api"|"worker"|"all", got "boss"'],
    ['VERBOSE', { VERBOSE: 'maybe' }, 'VERBOSE: expected one of true, false, 1, 0, yes, no, on, off, got "maybe"'],
    [
      'CLOCK_MODE',
      { NODE_ENV: 'production', CLOCK_MODE: 'controlled' },
      'CLOCK_MODE: expected system when NODE_ENV=production, because a moved clock would falsify the books',
    ],
  ])('refuses a bad %s %j', (_name, change, line) => {
    expect(problemsOf({ ...good, ...change })).toEqual([line]);
  });

  test('names every problem at once, and no line holds the secret', () => {
    const problems = problemsOf({ SIGNING_KEY: 'q7w', PORT: 'x', NODE_ENV: 'production', CLOCK_MODE: 'controlled' });
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual(['CLOCK_MODE', 'MONGODB_URI', 'PORT', 'SIGNING_KEY']);
    expect(problems.join('\n')).not.toContain('q7w');
  });

  test('the message of the error has one line per problem', () => {
    expect(() => loadConfig(schema, { PORT: 'x' })).toThrow(/^The configuration has 3 problems:\n {2}\S.*\n {2}\S.*\n {2}\S.*$/);
  });
});

test('describeConfig lists names, need, defaults and descriptions, but no default of a secret', () => {
  const rows = describeConfig(
    z.object({
      A: port().default(5).meta({ description: 'the door' }),
      B: secret().default('hush'),
      C: url(),
      D: list().default(['x', 'y']),
    }),
  );
  expect(rows).toEqual([
    { name: 'A', required: false, default: '5', secret: false, description: 'the door' },
    { name: 'B', required: false, default: undefined, secret: true, description: '' },
    { name: 'C', required: true, default: undefined, secret: false, description: '' },
    { name: 'D', required: false, default: 'x,y', secret: false, description: '' },
  ]);
});

import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '@weilend/boot';
import { loadGatewayConfig } from './gateway.config.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadGatewayConfig(env);
  } catch (problem) {
    if (problem instanceof ConfigError) return problem.problems;
    throw problem;
  }
  return [];
}

describe('configuration', () => {
  test('starts without any setting', () => {
    const config = loadGatewayConfig({});
    expect(config).toMatchObject({
      PORT: 4000,
      AUTH_MODE: 'token',
      MAX_DEPTH: 12,
      MAX_COST: 20_000,
      MAX_ALIASES: 30,
      MAX_TOKENS: 4_000,
      MAX_BODY_KB: 512,
    });
    expect(config).toMatchObject({
      explorer: true,
      introspection: true,
      production: false,
      supergraphFile: resolve(import.meta.dirname, '../supergraph.graphql'),
    });
  });

  test('production closes what only development needs, unless it is asked for', () => {
    const env = { NODE_ENV: 'production', DEMO_SIGN_INS_FILE: 'people.json' };
    expect(loadGatewayConfig(env)).toMatchObject({ explorer: false, introspection: false, demoSignInsFile: undefined });
    expect(loadGatewayConfig({ ...env, EXPLORER: 'on', INTROSPECTION: 'on' })).toMatchObject({
      explorer: true,
      introspection: true,
      demoSignInsFile: undefined,
    });
    expect(loadGatewayConfig({ DEMO_SIGN_INS_FILE: 'people.json', EXPLORER: 'off' })).toMatchObject({
      explorer: false,
      demoSignInsFile: 'people.json',
    });
  });

  test('reads addresses with = and , in their place', () => {
    const { SUBGRAPH_URLS } = loadGatewayConfig({ SUBGRAPH_URLS: 'hr=http://a:1/graphql?x=1, core-banking=https://b/g' });
    expect(SUBGRAPH_URLS).toEqual({ hr: 'http://a:1/graphql?x=1', 'core-banking': 'https://b/g' });
  });

  test.each([
    [
      { NODE_ENV: 'production', AUTH_MODE: 'none' },
      ['AUTH_MODE: expected token when NODE_ENV=production, because tokens must be checked there, got "none"'],
    ],
    [
      { NODE_ENV: 'production', AUTH_MODE: 'none', PORT: 'x' },
      [
        'PORT: expected a port number 0..65535, got "x"',
        'AUTH_MODE: expected token when NODE_ENV=production, because tokens must be checked there, got "none"',
      ],
    ],
    [{ AUTH_MODE: 'maybe' }, ['AUTH_MODE: Invalid option: expected one of "token"|"none", got "maybe"']],
    [{ MAX_DEPTH: '0' }, ['MAX_DEPTH: expected a whole number of 1 or more, got "0"']],
    [
      { MAX_COST: '1.5', MAX_TOKENS: '-1' },
      ['MAX_COST: expected a whole number of 1 or more, got "1.5"', 'MAX_TOKENS: expected a whole number of 1 or more, got "-1"'],
    ],
    [{ SUBGRAPH_URLS: 'hr' }, ['SUBGRAPH_URLS: expected name=url pairs separated by commas, got "hr"']],
    [{ SUBGRAPH_URLS: 'hr=ftp://a' }, ['SUBGRAPH_URLS: expected name=url pairs separated by commas, got "hr=ftp://a"']],
    [{ EXPLORER: 'yes' }, ['EXPLORER: Invalid option: expected one of "on"|"off", got "yes"']],
  ])('refuses %j', (env: Record<string, string>, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });
});

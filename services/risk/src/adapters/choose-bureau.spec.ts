import { describe, expect, it, test } from '@jest/globals';
import { BusinessClock } from '@weilend/kernel';
import { riskConfig } from '../risk.config.js';
import { bureauPatience, chooseBureau } from './choose-bureau.js';
import { GuardedBureau } from './guarded-bureau.channel.js';
import { HttpBureau } from './http-bureau.channel.js';
import { SimulatedBureau } from './simulated-bureau.channel.js';

class FixedClock extends BusinessClock {
  now(): Date {
    return new Date(0);
  }
}
const choose = (env: Record<string, string>, NODE_ENV: 'development' | 'production' = 'development') =>
  chooseBureau({ ...riskConfig.parse(env), NODE_ENV }, new FixedClock());
const http = { BUREAU_CHANNEL: 'http', BUREAU_URL: 'https://bureau.example', BUREAU_SECRET: 'a secret of at least thirty-two bytes' };

/** What the circuit breaker guards. */
const guarded = (...asked: Parameters<typeof choose>) => {
  const port = choose(...asked);
  expect(port).toBeInstanceOf(GuardedBureau);
  return (port as unknown as { bureau: unknown }).bureau;
};

describe('which bureau is asked', () => {
  test('the simulator unless told otherwise', () => {
    expect(guarded({})).toBeInstanceOf(SimulatedBureau);
    expect(guarded(http)).toBeInstanceOf(HttpBureau);
  });

  test('no invented reports in production', () => {
    expect(() => choose({}, 'production')).toThrow('BUREAU_CHANNEL=simulated');
    expect(guarded(http, 'production')).toBeInstanceOf(HttpBureau);
  });

  it.each([
    ['no address', { BUREAU_URL: undefined }],
    ['no secret', { BUREAU_SECRET: undefined }],
    ['a short secret', { BUREAU_SECRET: 'short' }],
    ['an unknown channel', { BUREAU_CHANNEL: 'fax' }],
    ['no patience', { BUREAU_TIMEOUT_MS: '1' }],
    ['no attempts', { BUREAU_MOST_ATTEMPTS: '0' }],
    ['a breaker that opens before anything failed', { BUREAU_BREAKER_FAILURES: '0' }],
    ['a fault that does not exist', { BUREAU_CHANNEL: 'simulated', BUREAU_SIMULATED_FAULTS: '013:asleep' }],
  ])('does not start with %s', (_name, change) => {
    expect(() => choose({ ...http, ...change } as Record<string, string>)).toThrow();
  });

  test('how patiently is configuration', () => {
    const config = riskConfig.parse({ BUREAU_FIRST_PAUSE_MS: '500', BUREAU_MOST_ATTEMPTS: '3' });
    expect(bureauPatience(config)).toEqual({ firstPauseMs: 500, longestPauseMs: 900_000, mostAttempts: 3 });
  });
});

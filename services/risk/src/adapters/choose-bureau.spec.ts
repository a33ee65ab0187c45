import { describe, expect, it, test } from '@jest/globals';
import { BusinessClock } from '@weilend/kernel';
import { riskConfig } from '../risk.config.js';
import { chooseBureau } from './choose-bureau.js';
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

describe('which bureau is asked', () => {
  test('the simulator unless told otherwise', () => {
    expect(choose({})).toBeInstanceOf(SimulatedBureau);
    expect(choose(http)).toBeInstanceOf(HttpBureau);
  });

  test('no invented reports in production', () => {
    expect(() => choose({}, 'production')).toThrow('BUREAU_CHANNEL=simulated');
    expect(choose(http, 'production')).toBeInstanceOf(HttpBureau);
  });

  it.each([
    ['no address', { BUREAU_URL: undefined }],
    ['no secret', { BUREAU_SECRET: undefined }],
    ['a short secret', { BUREAU_SECRET: 'short' }],
    ['an unknown channel', { BUREAU_CHANNEL: 'fax' }],
    ['no patience', { BUREAU_TIMEOUT_MS: '1' }],
  ])('does not start with %s', (_name, change) => {
    expect(() => choose({ ...http, ...change } as Record<string, string>)).toThrow();
  });
});

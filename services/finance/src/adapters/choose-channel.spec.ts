import { describe, expect, test } from '@jest/globals';
import type { Database } from '@weilend/mongo';
import { financeConfig } from '../finance.config.js';
import { choosePaymentChannel } from './choose-channel.js';
import { HttpBankChannel } from './http-bank.channel.js';
import { SimulatedBankChannel } from './simulated-bank.channel.js';

const database = { collection: () => ({}) } as unknown as Database;
const choose = (env: Record<string, string>, NODE_ENV: 'development' | 'production' = 'development') =>
  choosePaymentChannel({ ...financeConfig.parse(env), NODE_ENV }, database);
const http = { PAYMENT_CHANNEL: 'http', BANK_URL: 'https://bank.example', BANK_KEY: 'a shared secret of the bank' };

describe('[4.19] which bank pays', () => {
  test('the simulator for demos and tests, the real one when named', () => {
    expect(choose({})).toBeInstanceOf(SimulatedBankChannel);
    expect(choose(http, 'production')).toBeInstanceOf(HttpBankChannel);
  });

  test.each<[string, Record<string, string>, 'development' | 'production']>([
    ['a simulated bank in production, by default', {}, 'production'],
    ['a simulated bank in production, named', { PAYMENT_CHANNEL: 'simulated' }, 'production'],
    ['no address', { ...http, BANK_URL: '' }, 'development'],
    ['no key', { PAYMENT_CHANNEL: 'http', BANK_URL: 'https://bank.example' }, 'development'],
    ['an unknown channel', { PAYMENT_CHANNEL: 'cash' }, 'development'],
  ])('does not start with %s', (_name, env, nodeEnv) => {
    expect(() => choose(env, nodeEnv)).toThrow();
  });
});

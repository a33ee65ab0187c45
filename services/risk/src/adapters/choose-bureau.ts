import type { BusinessClock } from '@weilend/kernel';
import type { RiskConfig } from '../risk.config.js';
import type { BureauPort } from '../use-cases/ask-bureau/bureau.port.js';
import { HttpBureau } from './http-bureau.channel.js';
import { SimulatedBureau } from './simulated-bureau.channel.js';

/** The bureau that the configuration names; throws when its address or secret is missing. */
export function chooseBureau(config: RiskConfig, clock: BusinessClock): BureauPort {
  const { BUREAU_CHANNEL: channel, BUREAU_URL: url, BUREAU_SECRET: secret, BUREAU_TIMEOUT_MS: timeoutMs } = config;
  if (channel === 'simulated') return new SimulatedBureau(clock);
  if (!url || !secret) throw new TypeError('BUREAU_CHANNEL=http needs BUREAU_URL and BUREAU_SECRET');
  return new HttpBureau({ url, secret, timeoutMs });
}

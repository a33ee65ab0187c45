import type { BusinessClock } from '@weilend/kernel';
import type { CommonServiceConfig } from '@weilend/service';
import type { RiskConfig } from '../risk.config.js';
import type { BureauPort } from '../use-cases/bureau/bureau.port.js';
import { HttpBureau } from './http-bureau.channel.js';
import { SimulatedBureau } from './simulated-bureau.channel.js';

/** The bureau that the configuration names; throws for a simulated one in production, or a real one without address or secret. */
export function chooseBureau(config: RiskConfig & Pick<CommonServiceConfig, 'NODE_ENV'>, clock: BusinessClock): BureauPort {
  const { BUREAU_CHANNEL: channel, BUREAU_URL: url, BUREAU_SECRET: secret, BUREAU_TIMEOUT_MS: timeoutMs } = config;
  if (channel === 'simulated' && config.NODE_ENV === 'production') {
    throw new TypeError('BUREAU_CHANNEL=simulated invents reports: name the real bureau when NODE_ENV=production');
  }
  if (channel === 'simulated') return new SimulatedBureau(clock);
  if (!url || !secret) throw new TypeError('BUREAU_CHANNEL=http needs BUREAU_URL and BUREAU_SECRET');
  return new HttpBureau({ url, secret, timeoutMs });
}

import type { BusinessClock } from '@weilend/kernel';
import type { CommonServiceConfig } from '@weilend/service';
import type { RiskConfig } from '../risk.config.js';
import type { BureauPatience, BureauPort } from '../use-cases/bureau/bureau.port.js';
import { GuardedBureau } from './guarded-bureau.channel.js';
import { HttpBureau } from './http-bureau.channel.js';
import { parseFaults, SimulatedBureau } from './simulated-bureau.channel.js';

/** The bureau that the configuration names, behind its circuit breaker; throws for a simulated one in production, or a real one without address or secret. */
export function chooseBureau(config: RiskConfig & Pick<CommonServiceConfig, 'NODE_ENV'>, clock: BusinessClock): BureauPort {
  const guard = { failures: config.BUREAU_BREAKER_FAILURES, pauseMs: config.BUREAU_BREAKER_PAUSE_MS };
  return new GuardedBureau(channelOf(config, clock), guard);
}

/** How patiently it is asked again. */
export function bureauPatience(config: RiskConfig): BureauPatience {
  return {
    firstPauseMs: config.BUREAU_FIRST_PAUSE_MS,
    longestPauseMs: config.BUREAU_LONGEST_PAUSE_MS,
    mostAttempts: config.BUREAU_MOST_ATTEMPTS,
  };
}

function channelOf(config: RiskConfig & Pick<CommonServiceConfig, 'NODE_ENV'>, clock: BusinessClock): BureauPort {
  const { BUREAU_CHANNEL: channel, BUREAU_URL: url, BUREAU_SECRET: secret, BUREAU_TIMEOUT_MS: timeoutMs } = config;
  if (channel === 'simulated' && config.NODE_ENV === 'production') {
    throw new TypeError('BUREAU_CHANNEL=simulated invents reports: name the real bureau when NODE_ENV=production');
  }
  if (channel === 'simulated') return new SimulatedBureau(clock, parseFaults(config.BUREAU_SIMULATED_FAULTS));
  if (!url || !secret) throw new TypeError('BUREAU_CHANNEL=http needs BUREAU_URL and BUREAU_SECRET');
  return new HttpBureau({ url, secret, timeoutMs });
}

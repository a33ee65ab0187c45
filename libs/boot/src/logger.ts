import { pino } from 'pino';
import type { DestinationStream, Level, Logger as PinoLogger } from 'pino';
import { currentTraceparent, traceIdOf } from './trace.js';

export type Logger = PinoLogger;

export interface LoggerOptions {
  /** The process that writes, e.g. `finance`. */
  readonly name: string;
  readonly level?: Level | 'silent';
  /** Where lines go; standard output when left out. */
  readonly destination?: DestinationStream;
}

/** Keys whose values are personal or secret and must never reach a log. */
const hiddenKeys = [
  'authorization',
  'cookie',
  'password',
  'passwordHash',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'residentId',
  'phone',
  'mobile',
  'bankCard',
  'bankAccount',
  'address',
] as const;

const deepest = 3;

/** JSON lines with the service's name, the trace id of the running work, and personal data and secrets replaced. */
export function createLogger({ name, level = 'info', destination }: LoggerOptions): Logger {
  const options = {
    name,
    level,
    redact: { paths: hiddenPaths(), censor: '[hidden]' },
    mixin: traceFields,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** pino's wildcard stands for one level only, so each depth is listed: `phone`, `*.phone`, `*.*.phone` ... */
function hiddenPaths(): string[] {
  const prefixes = Array.from({ length: deepest + 1 }, (_, depth) => '*.'.repeat(depth));
  return prefixes.flatMap((prefix) => hiddenKeys.map((key) => prefix + key));
}

function traceFields(): Record<string, string> {
  const traceparent = currentTraceparent();
  return traceparent === undefined ? {} : { traceId: traceIdOf(traceparent) };
}

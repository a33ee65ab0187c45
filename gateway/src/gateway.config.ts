import { resolve } from 'node:path';
import { commonConfig, list, loadConfig, port } from '@weilend/boot';
import type { Env } from '@weilend/boot';
import { z } from 'zod';

const whole = (fallback: number, description: string) =>
  z.coerce
    .number('a whole number')
    .int('a whole number')
    .min(1)
    .default(fallback)
    .meta({ description, expected: 'a whole number of 1 or more' });
const onOff = (description: string) =>
  z
    .enum(['on', 'off'])
    .optional()
    .meta({ description: `${description}: on or off (default: on unless NODE_ENV=production)` });

/** `name=url,name=url` as a record. */
const addresses = z
  .string()
  .refine(
    (text) => text.split(',').every((pair) => /^\s*[^=\s]+=https?:\/\/\S+\s*$/.test(pair)),
    'expected name=url pairs separated by commas',
  )
  .transform((text) => Object.fromEntries(text.split(',').map((pair) => pair.trim().split(/=(.*)/s, 2) as [string, string])));

export const gatewaySchema = z
  .object({
    NODE_ENV: commonConfig.NODE_ENV,
    HOST: commonConfig.HOST,
    PORT: port().default(4000).meta({ description: 'Port to listen on; 0 takes a free one' }),
    LOG_LEVEL: commonConfig.LOG_LEVEL,
    SUPERGRAPH_FILE: z
      .string()
      .optional()
      .meta({ description: 'Composed supergraph to serve; read again when it changes (default: supergraph.graphql of the gateway)' }),
    SUPERGRAPH_POLL_MS: whole(2_000, 'How often the file is looked at besides watching it, in ms'),
    SUBGRAPH_URLS: addresses.optional().meta({ description: 'Addresses that replace those in the supergraph: name=url,name=url' }),
    SUBGRAPH_TIMEOUT_MS: whole(15_000, 'Longest wait for one answer of a department, in ms'),
    SUBGRAPH_PROBE_MS: whole(5_000, 'How often every department is asked whether it answers, in ms'),
    AUTH_MODE: z
      .enum(['token', 'none'])
      .default('token')
      .meta({ description: 'token checks access tokens; none leaves that to the departments and is refused when NODE_ENV=production' }),
    JWKS_URLS: list()
      .optional()
      .meta({ description: 'Where published keys are fetched, tried in turn (default: /jwks of every department, hr first)' }),
    CORS_ORIGINS: list().default([]).meta({ description: 'Web origins that may call from a browser, separated by commas; * for any' }),
    TRUST_PROXY: list()
      .default([])
      .meta({ description: 'Addresses of load balancers whose X-Forwarded-For is believed, separated by commas' }),
    MAX_DEPTH: whole(12, 'Deepest nesting of fields in one operation'),
    MAX_COST: whole(20_000, 'Most objects that one answer may hold, by the page sizes asked for'),
    MAX_ALIASES: whole(30, 'Most aliased fields in one operation, fragments expanded'),
    MAX_DIRECTIVES: whole(50, 'Most directives in one operation, fragments expanded'),
    MAX_TOKENS: whole(4_000, 'Most lexical tokens in one document'),
    MAX_BODY_KB: whole(512, 'Largest GraphQL request, in KiB'),
    MAX_UPLOAD_MB: whole(512, 'Largest file passed on to a department, in MiB; the department may allow less'),
    SHUTDOWN_GRACE_MS: whole(8_000, 'How long requests in flight may take after a signal to stop, in ms; then they are cut'),
    EXPLORER: onOff('The GraphQL explorer at / and /explorer'),
    INTROSPECTION: onOff('Whether the schema may be asked for'),
    DEMO_SIGN_INS_FILE: z
      .string()
      .optional()
      .meta({ description: 'JSON file of demo people for one-click sign-in; ignored when NODE_ENV=production' }),
  })
  .refine(({ NODE_ENV, AUTH_MODE }) => NODE_ENV !== 'production' || AUTH_MODE !== 'none', {
    path: ['AUTH_MODE'],
    message: 'expected token when NODE_ENV=production, because tokens must be checked there',
    when: () => true,
  });

export type GatewaySettings = Readonly<z.output<typeof gatewaySchema>>;

/** The settings with everything resolved that depends on another setting. */
export interface GatewayConfig extends GatewaySettings {
  readonly supergraphFile: string;
  readonly production: boolean;
  readonly explorer: boolean;
  readonly introspection: boolean;
  /** Undefined in production, whatever is set. */
  readonly demoSignInsFile: string | undefined;
}

/** @throws ConfigError that lists every problem. */
export function loadGatewayConfig(env: Env = process.env): GatewayConfig {
  const settings = loadConfig(gatewaySchema, env);
  const production = settings.NODE_ENV === 'production';
  return Object.freeze({
    ...settings,
    supergraphFile: resolve(settings.SUPERGRAPH_FILE ?? resolve(import.meta.dirname, '../supergraph.graphql')),
    production,
    explorer: settings.EXPLORER === undefined ? !production : settings.EXPLORER === 'on',
    introspection: settings.INTROSPECTION === undefined ? !production : settings.INTROSPECTION === 'on',
    demoSignInsFile: production ? undefined : settings.DEMO_SIGN_INS_FILE,
  });
}

/** The Apollo gateway exports telemetry to its maker unless this variable is set before it is built. */
export function keepTelemetryHome(env: NodeJS.ProcessEnv = process.env): void {
  env['APOLLO_TELEMETRY_DISABLED'] = '1';
}

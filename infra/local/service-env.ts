// The environment of each process of the local stack: only what is listed here. Nothing of the shell's own environment reaches a department by accident
// (a NODE_OPTIONS of a test runner, somebody's real MONGODB_URI).
import { join } from 'node:path';
import { type Department, databaseOf, departments } from './departments.ts';
import { redisUrl } from './redis.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

export type Environment = Readonly<Record<string, string>>;

/** Variables of the shell that every process keeps: where programs and temporary files are, and what language and proxies the person uses. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TERM'];

/** Variables that a person may set to see or drive more. */
const adjustable = { LOG_LEVEL: 'info', CLOCK_MODE: 'controlled' };

/**
 * Keeps a process small at rest: small young generation, old generation collected before it grows. Sales answers the days of all its people in the
 * morning, and with 16 MB spent a fifth of its time on collecting; all processes with 32 MB would not stay within 2 GiB together.
 */
export function nodeFlagsOf(name: string): readonly string[] {
  return [`--max-semi-space-size=${name === 'sales' ? 32 : 16}`, '--max-old-space-size=400'];
}

export function serviceEnvironment(department: Department, settings: Settings, secrets: Secrets, env: NodeJS.ProcessEnv): Environment {
  return {
    ...commonEnvironment(settings, env),
    ROLE: 'all',
    PORT: String(settings.ports.services[department]),
    MONGODB_URI: mongodbUriOf(department, settings, secrets),
    REDIS_URL: settings.redisUrl ?? redisUrl(settings.ports.redis, secrets.redisPassword),
    FIELD_KEYS: JSON.stringify(secrets.fieldKeys),
    FIELD_KEY_ID: secrets.fieldKeyId,
    BLIND_INDEX_KEY: secrets.blindIndexKey,
    FILE_URL_KEY: secrets.fileUrlKey,
    ...(department === 'hr' ? { ADMIN_PASSWORD: secrets.adminPassword } : {}),
  };
}

export function gatewayEnvironment(settings: Settings, env: NodeJS.ProcessEnv): Environment {
  return {
    ...commonEnvironment(settings, env),
    PORT: String(settings.ports.gateway),
    SUPERGRAPH_FILE: join(settings.root, 'gateway', 'supergraph.graphql'),
    SUBGRAPH_URLS: departments.map((name) => `${name}=http://127.0.0.1:${settings.ports.services[name]}/graphql`).join(','),
    AUTH_MODE: 'token',
    DEMO_SIGN_INS_FILE: demoFile(settings),
  };
}

/** What the demo loader may know: it talks to the gateway only. */
export function demoEnvironment(settings: Settings, secrets: Secrets, env: NodeJS.ProcessEnv): Environment {
  return {
    ...pick(env, kept),
    GATEWAY_URL: settings.gatewayUrl,
    ADMIN_PASSWORD: secrets.adminPassword,
    DEMO_FILE: demoFile(settings),
  };
}

/** Address of a department's own database, with its own user; on a server from outside, with the user of the given address. */
export function mongodbUriOf(department: Department, settings: Settings, secrets: Secrets): string {
  const database = databaseOf(department);
  if (settings.mongodbUri) return withDatabase(settings.mongodbUri, database);
  const { [department]: password } = secrets.mongoPasswords;
  return `mongodb://${department}:${encodeURIComponent(password)}@127.0.0.1:${settings.ports.mongodb}/${database}?replicaSet=rs0&authSource=admin`;
}

/**
 * The same address with another database. A user without `authSource` is looked up in the database that the address names,
 * so the former one is written down as `authSource`.
 */
export function withDatabase(uri: string, database: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri);
  if (!match) return uri;
  const [, protocol = '', authority = '', path = '', query = ''] = match;
  const options = new URLSearchParams(query);
  if (authority.includes('@') && !options.has('authSource')) options.set('authSource', path || 'admin');
  const text = options.toString();
  return `${protocol}${authority}/${database}${text ? `?${text}` : ''}`;
}

/** Where the demo loader writes the sign-ins, and the explorer reads them. */
export const demoFile = (settings: Settings): string => join(settings.home, 'demo.json');

function commonEnvironment(settings: Settings, env: NodeJS.ProcessEnv): Environment {
  return {
    ...pick(env, kept),
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PUBLIC_URL: settings.gatewayUrl,
    ...adjustable,
    ...pick(env, Object.keys(adjustable)),
    APOLLO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: join(settings.home, 'compile-cache'),
    MALLOC_ARENA_MAX: '2',
  };
}

function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Environment {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

// What a person may set for the local stack, read once: ports, the data folder, servers that run elsewhere.
import { resolve } from 'node:path';
import { repositoryRoot } from './binaries.ts';
import { type Department, departments } from './departments.ts';
import { Problem } from './problem.ts';

export interface Settings {
  readonly root: string;
  /** Data folder, absolute: databases, secrets, logs. */
  readonly home: string;
  readonly ports: StackPorts;
  readonly gatewayUrl: string;
  /** A replica set that runs already; none is started then. */
  readonly mongodbUri?: string;
  readonly redisUrl?: string;
}

export interface StackPorts {
  readonly gateway: number;
  readonly mongodb: number;
  readonly redis: number;
  readonly services: Readonly<Record<Department, number>>;
}

export interface NamedPort {
  readonly port: number;
  /** Who listens there, in words. */
  readonly user: string;
  /** The variable that moves it. */
  readonly variable: string;
}

const HIGHEST_PORT = 65_535;

/** @throws Problem when a variable holds what cannot be. */
export function readSettings(env: NodeJS.ProcessEnv = process.env, root = repositoryRoot): Settings {
  const base = readPort(env, 'SERVICE_PORT_BASE', 4000);
  if (base + departments.length > HIGHEST_PORT)
    throw new Problem(
      `SERVICE_PORT_BASE=${base} leaves no room for eight services: choose one below ${HIGHEST_PORT - departments.length}.`,
    );
  const gateway = readPort(env, 'GATEWAY_PORT', 4000);
  const services = Object.fromEntries(departments.map((name, index) => [name, base + 1 + index])) as Record<Department, number>;
  const settings: Settings = {
    root,
    home: resolve(root, env.WEILEND_HOME || '.local'),
    ports: { gateway, mongodb: readPort(env, 'MONGODB_PORT', 27117), redis: readPort(env, 'REDIS_PORT', 6479), services },
    gatewayUrl: `http://127.0.0.1:${gateway}`,
    mongodbUri: readAddress(env, 'MONGODB_URI', /^mongodb(\+srv)?:\/\/\S+$/, 'mongodb://host:port/?replicaSet=name'),
    redisUrl: readAddress(env, 'REDIS_URL', /^rediss?:\/\/\S+$/, 'redis://host:port'),
  };
  refuseSamePorts(portsToTake(settings));
  return settings;
}

/** The ports that a start will listen on. Servers that run elsewhere take none. */
export function portsToTake(settings: Settings): NamedPort[] {
  const { ports } = settings;
  return [
    { port: ports.gateway, user: 'the gateway', variable: 'GATEWAY_PORT' },
    ...departments.map((name) => ({ port: ports.services[name], user: `the service ${name}`, variable: 'SERVICE_PORT_BASE' })),
    ...(settings.mongodbUri ? [] : [{ port: ports.mongodb, user: 'MongoDB', variable: 'MONGODB_PORT' }]),
    ...(settings.redisUrl ? [] : [{ port: ports.redis, user: 'Redis', variable: 'REDIS_PORT' }]),
  ];
}

function refuseSamePorts(ports: readonly NamedPort[]): void {
  const seen = new Map<number, NamedPort>();
  for (const named of ports) {
    const other = seen.get(named.port);
    if (other)
      throw new Problem(
        `Port ${named.port} is meant for ${other.user} and for ${named.user}: give one of them another with ${other.variable} or ${named.variable}.`,
      );
    seen.set(named.port, named);
  }
}

function readPort(env: NodeJS.ProcessEnv, name: string, standard: number): number {
  const text = env[name]?.trim();
  if (!text) return standard;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > HIGHEST_PORT)
    throw new Problem(`${name}=${text} is no port number: give one from 1 to ${HIGHEST_PORT}, or leave it away for ${standard}.`);
  return port;
}

function readAddress(env: NodeJS.ProcessEnv, name: string, pattern: RegExp, example: string): string | undefined {
  const text = env[name]?.trim();
  if (!text) return undefined;
  // The value may hold a password: it is not repeated.
  if (!pattern.test(text))
    throw new Problem(`${name} is no address of this kind: write it like ${example}, or leave it away to have a server started here.`);
  return text;
}

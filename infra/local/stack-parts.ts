// The eleven processes of the local stack, described for the supervisor.
import { join } from 'node:path';
import { type Department, departments } from './departments.ts';
import { isReady } from './http-ready.ts';
import { logPath } from './logs.ts';
import { explainMongod, mongodArgs } from './mongod.ts';
import { portAnswers } from './ports.ts';
import { redisAnswers, redisReason, writeRedisConf } from './redis.ts';
import { type Secrets, writeMongoKeyFile } from './secrets.ts';
import { type Environment, gatewayEnvironment, nodeFlagsOf, serviceEnvironment } from './service-env.ts';
import type { Settings } from './settings.ts';
import type { ProcessSpec } from './supervisor.ts';

/** Servers get the shell's PATH and language, and no secret. */
function serverEnvironment(env: NodeJS.ProcessEnv): Environment {
  return { PATH: env.PATH ?? '', HOME: env.HOME ?? '', LC_ALL: 'C', TZ: 'UTC' };
}

export async function mongodSpec(settings: Settings, secrets: Secrets, binary: string): Promise<ProcessSpec> {
  const log = logPath(settings.home, 'mongod');
  const keyFile = await writeMongoKeyFile(settings.home, secrets);
  const options = { binary, dbPath: join(settings.home, 'mongo'), port: settings.ports.mongodb, replSet: 'rs0', keyFile, logPath: log };
  return {
    name: 'mongod',
    command: binary,
    args: mongodArgs(options),
    env: serverEnvironment(process.env),
    cwd: settings.home,
    logPath: log,
    ready: () => portAnswers(settings.ports.mongodb),
    explain: (lastWords) => explainMongod(log, lastWords),
    graceMs: 30_000,
  };
}

export async function redisSpec(settings: Settings, secrets: Secrets, binary: string): Promise<ProcessSpec> {
  const port = settings.ports.redis;
  const options = { binary, dir: join(settings.home, 'redis'), port, password: secrets.redisPassword };
  return {
    name: 'redis',
    command: binary,
    args: [await writeRedisConf(options)],
    env: serverEnvironment(process.env),
    cwd: settings.home,
    logPath: logPath(settings.home, 'redis'),
    ready: () => redisAnswers(port, secrets.redisPassword),
    explain: async (lastWords) => redisReason(lastWords),
    graceMs: 15_000,
  };
}

/** The eight departments in the order of their ports. */
export function serviceSpecs(settings: Settings, secrets: Secrets, env: NodeJS.ProcessEnv): ProcessSpec[] {
  return departments.map((department: Department) =>
    nodeSpec(settings, department, serviceEnvironment(department, settings, secrets, env)),
  );
}

export function gatewaySpec(settings: Settings, env: NodeJS.ProcessEnv): ProcessSpec {
  return nodeSpec(settings, 'gateway', gatewayEnvironment(settings, env));
}

export const healthUrl = (port: number | string): string => `http://127.0.0.1:${port}/health/ready`;

function nodeSpec(settings: Settings, name: string, env: Environment): ProcessSpec {
  const cwd = name === 'gateway' ? join(settings.root, 'gateway') : join(settings.root, 'services', name);
  return {
    name,
    command: process.execPath,
    // The whole path, so that a list of processes says which department each is.
    args: [...nodeFlagsOf(name), join(cwd, 'dist', 'main.js')],
    env,
    cwd,
    logPath: logPath(settings.home, name),
    ready: () => isReady(healthUrl(env.PORT ?? '')),
    graceMs: name === 'gateway' ? 10_000 : 25_000,
  };
}

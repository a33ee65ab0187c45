// A Redis as Weilend runs it: every write in the append-only file, nothing ever evicted (queues are not a cache), a broken tail repaired on start.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askRedis } from './redis-client.ts';
import { type RunningServer, runServer } from './server-process.ts';

export interface RedisOptions {
  /** Path of the program. */
  readonly binary: string;
  readonly dir: string;
  readonly port: number;
  /** None: no authentication (tests). */
  readonly password?: string;
  readonly logPath?: string;
}

/** Text of redis.conf. The password stands here and not on the command line, where every user of the machine could read it. */
export function redisConf(options: RedisOptions): string {
  const lines = [
    'bind 127.0.0.1',
    `port ${options.port}`,
    `dir ${quoted(options.dir)}`,
    `logfile ${quoted(options.logPath ?? '')}`,
    'daemonize no',
    'save ""',
    'appendonly yes',
    'appendfsync everysec',
    // After kill -9 the last entry may be half written: load all before it instead of refusing to start.
    'aof-load-truncated yes',
    'maxmemory-policy noeviction',
    'tcp-keepalive 60',
    ...(options.password ? [`requirepass ${quoted(options.password)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Writes redis.conf into the data folder, readable by this user only. @returns its path. */
export async function writeRedisConf(options: RedisOptions): Promise<string> {
  await mkdir(options.dir, { recursive: true });
  const path = join(options.dir, 'redis.conf');
  await writeFile(path, redisConf(options), { mode: 0o600 });
  return path;
}

/** True when it answers commands; false while it still loads its file. */
export async function redisAnswers(port: number, password?: string): Promise<boolean> {
  try {
    return (await askRedis({ port, password }, ['PING'])) === 'PONG';
  } catch {
    return false;
  }
}

/** `redis://[:password@]127.0.0.1:port` */
export const redisUrl = (port: number, password?: string): string =>
  `redis://${password ? `:${encodeURIComponent(password)}@` : ''}127.0.0.1:${port}`;

/** Starts a Redis and waits until it answers. @throws Problem when it ends before that. */
export async function startRedis(options: RedisOptions): Promise<RunningServer> {
  const server = await runServer({
    title: 'Redis',
    command: options.binary,
    args: [await writeRedisConf(options)],
    ready: () => redisAnswers(options.port, options.password),
    explain: (output) => redisReason(output) ?? (output.trim().split('\n').at(-1) || 'it said nothing'),
    graceMs: 15_000,
  });
  return { ...server, uri: redisUrl(options.port, options.password) };
}

const knownReasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/Address already in use/i, 'its port is taken: choose another with REDIS_PORT'],
  [
    /Bad file format reading the append only file/i,
    'its append-only file is damaged in the middle: put back a copy, or move the redis folder away (the outbox refills the queues)',
  ],
  [/No space left on device/i, 'the disk is full: free some space'],
  [/Can't chdir|Permission denied/i, 'its data folder is not writable for this user: give it back with chown'],
];

export function redisReason(text: string): string | undefined {
  return knownReasons.find(([pattern]) => pattern.test(text))?.[1];
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

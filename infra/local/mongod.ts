// A mongod as Weilend runs it: the real server with WiredTiger and a persistent folder, as a replica set of one (transactions and change streams need one).
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { portAnswers } from './ports.ts';
import { type RunningServer, runServer } from './server-process.ts';

export interface MongodOptions {
  /** Path of the program. */
  readonly binary: string;
  readonly dbPath: string;
  readonly port: number;
  readonly replSet: string;
  /** Turns authentication on. Whoever gives one also prepares users and replica set (`prepareMongo`). */
  readonly keyFile?: string;
  readonly cacheSizeGB?: number;
  /** Where its log goes; inside `dbPath` unless told. */
  readonly logPath?: string;
  /** How long it remembers the past; five minutes unless told. The files of what was dropped stay open as long. */
  readonly historySeconds?: number;
  /** Leaves out the lines about connections. */
  readonly quiet?: boolean;
}

/** Command line of mongod. Bound to this machine only; no socket in /tmp, which two people on one machine would fight for. */
export function mongodArgs(options: MongodOptions): string[] {
  return [
    '--dbpath',
    options.dbPath,
    '--port',
    String(options.port),
    '--bind_ip',
    '127.0.0.1',
    '--nounixsocket',
    '--replSet',
    options.replSet,
    '--storageEngine',
    'wiredTiger',
    '--wiredTigerCacheSizeGB',
    String(options.cacheSizeGB ?? 0.5),
    '--oplogSize',
    '512',
    '--logpath',
    logPathOf(options),
    '--logappend',
    // A member without siblings has nobody to hand over to: waiting for that would only make every stop slow.
    '--setParameter',
    'shutdownTimeoutMillisForSignaledShutdown=100',
    // A process that is killed leaves its transaction open, and whoever goes on with its work meets the rows that it holds until this is over.
    '--setParameter',
    'transactionLifetimeLimitSeconds=10',
    '--setParameter',
    'diagnosticDataCollectionEnabled=false',
    ...(options.historySeconds === undefined ? [] : ['--setParameter', `minSnapshotHistoryWindowInSeconds=${options.historySeconds}`]),
    ...(options.quiet === false ? [] : ['--quiet']),
    ...(options.keyFile ? ['--keyFile', options.keyFile] : []),
  ];
}

export const logPathOf = (options: MongodOptions): string => options.logPath ?? join(options.dbPath, 'mongod.log');

/**
 * Starts a mongod and, when it has no key file, makes it a writable replica set.
 * @returns its URI (`mongodb://127.0.0.1:<port>/?replicaSet=<name>`), process id and how to stop it.
 * @throws Problem when it ends before it answers.
 */
export async function startMongod(options: MongodOptions): Promise<RunningServer> {
  await mkdir(options.dbPath, { recursive: true });
  const server = await runServer({
    title: 'MongoDB',
    command: options.binary,
    args: mongodArgs(options),
    ready: () => portAnswers(options.port),
    explain: (output) => explainMongod(logPathOf(options), output),
    graceMs: 30_000,
  });
  const running = { ...server, uri: `mongodb://127.0.0.1:${options.port}/?replicaSet=${options.replSet}` };
  if (options.keyFile) return running;
  try {
    const { initiateOpen } = await import('./mongo-setup.ts');
    await initiateOpen({ host: '127.0.0.1', port: options.port, replSet: options.replSet, memberHost: `127.0.0.1:${options.port}` });
    return running;
  } catch (thrown) {
    await server.stop();
    throw thrown;
  }
}

/** Why mongod ended, from the end of its log, with the mend. */
export async function explainMongod(logPath: string, output: string): Promise<string> {
  const log = await readFile(logPath, 'utf8').catch(() => '');
  // Earlier starts failed for other reasons: only the last one counts.
  const lastStart = log.slice(Math.max(0, log.lastIndexOf('SERVER RESTARTED')));
  return mongodReason(`${lastStart}\n${output}`) ?? `see ${logPath}`;
}

const knownReasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/Address already in use/i, 'its port is taken: choose another with MONGODB_PORT'],
  [
    /featureCompatibilityVersion|UPGRADE PROBLEM|Invalid feature/i,
    'its data were written by another major version of MongoDB: start it with the version that wrote them',
  ],
  [/DBPathInUse|Unable to lock the lock file/i, 'another mongod already works on the same data folder: stop that one'],
  [/No space left on device/i, 'the disk is full: free some space'],
  [/Permission denied|not writable/i, 'its data folder is not writable for this user: give it back with chown'],
  [/error while loading shared libraries: (\S+)/i, 'a system library is missing: install another mongod 6.0 or newer'],
  [/permissions on .* are too open/i, 'its key file can be read by others: make it mode 0400'],
];

export function mongodReason(text: string): string | undefined {
  return knownReasons.find(([pattern]) => pattern.test(text))?.[1];
}

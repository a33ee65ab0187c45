// The secrets of one data folder: made at random by the first start, kept in secrets.json for this user only, never printed, never changed by themselves.
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Department, departments } from './departments.ts';
import { codeOf, Problem } from './problem.ts';

export interface Secrets {
  readonly mongoRootPassword: string;
  readonly mongoPasswords: Readonly<Record<Department, string>>;
  /** Key that the members of the replica set know each other by; a key file turns authentication on. */
  readonly mongoKey: string;
  readonly redisPassword: string;
  /** Keys for fields that are stored encrypted: key id -> 32 bytes in base64. Old ids stay, so that old rows can be read. */
  readonly fieldKeys: Readonly<Record<string, string>>;
  /** The key that new rows are encrypted with. */
  readonly fieldKeyId: string;
  readonly blindIndexKey: string;
  readonly fileUrlKey: string;
  /** Password of the first administrator. */
  readonly adminPassword: string;
}

const FILE_MODE = 0o600;

/** Reads secrets.json of the data folder, or makes it. A field that a newer release added is made and kept. @throws Problem when the file is unreadable. */
export async function loadSecrets(home: string): Promise<Secrets> {
  const path = join(home, 'secrets.json');
  const kept = await readKept(path);
  const secrets = completeSecrets(kept);
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) await replacePrivateFile(path, `${JSON.stringify(secrets, null, 2)}\n`);
  else await chmod(path, FILE_MODE);
  return secrets;
}

/** The kept secrets with whatever is missing made at random. */
export function completeSecrets(kept: Partial<Secrets>): Secrets {
  const passwords = Object.fromEntries(departments.map((name) => [name, kept.mongoPasswords?.[name] ?? password()])) as Record<
    Department,
    string
  >;
  return {
    mongoRootPassword: kept.mongoRootPassword ?? password(),
    mongoPasswords: passwords,
    mongoKey: kept.mongoKey ?? randomBytes(567).toString('base64'),
    redisPassword: kept.redisPassword ?? password(),
    fieldKeys: kept.fieldKeys ?? { k1: key() },
    fieldKeyId: kept.fieldKeyId ?? 'k1',
    blindIndexKey: kept.blindIndexKey ?? key(),
    fileUrlKey: kept.fileUrlKey ?? key(),
    adminPassword: kept.adminPassword ?? password(),
  };
}

/** Writes the replica set's key file; mongod insists that nobody else can read it. @returns its path. */
export async function writeMongoKeyFile(home: string, secrets: Secrets): Promise<string> {
  const path = join(home, 'mongo.key');
  await rm(path, { force: true });
  await writeFile(path, `${secrets.mongoKey}\n`, { mode: 0o400 });
  return path;
}

/** Safe in a URL as it is. */
const password = (): string => randomBytes(18).toString('base64url');
const key = (): string => randomBytes(32).toString('base64');

async function readKept(path: string): Promise<Partial<Secrets>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) throw new Error('no object');
    return parsed;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return {};
    // The parser's own words would quote what stands in the file.
    throw new Problem(
      `${path} cannot be read (${codeOf(thrown) ?? 'it is not the JSON it was'}): put back a good copy, because the data cannot be opened without it, or remove the whole data folder to begin anew.`,
    );
  }
}

async function replacePrivateFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  await writeFile(temporary, text, { mode: FILE_MODE });
  await rename(temporary, path);
}

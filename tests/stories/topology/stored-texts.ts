// Everything that the running system has written down: logs of every process, what Redis keeps on disk (each job that was ever queued), every document of every
// database. A secret that stands in none of them was not written.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { databaseOf, departments, ledgerDatabase, rootUser } from '../../../infra/local/departments.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

export interface StoredText {
  /** Where it stands: a file, or database and collection. */
  readonly place: string;
  readonly text: string;
}

/** Logs, and the files of Redis. */
export async function textsOnDisk(home: string): Promise<readonly StoredText[]> {
  const found = await Promise.all(['logs', 'redis'].map((folder) => filesOf(join(home, folder), folder)));
  return found.flat();
}

async function filesOf(folder: string, name: string): Promise<StoredText[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'redis.conf');
  return Promise.all(
    files.map(async (entry) => ({ place: join(name, entry.name), text: await readFile(join(entry.parentPath, entry.name), 'utf8') })),
  );
}

/** Every collection of every department, but the bytes of uploaded files. */
export async function textsInDatabases(home: string): Promise<readonly StoredText[]> {
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const run = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as RunFile;
  const uri = `mongodb://${rootUser}:${encodeURIComponent(secrets.mongoRootPassword)}@127.0.0.1:${run.ports.mongodb}/admin?directConnection=true`;
  const client = await MongoClient.connect(uri);
  const texts: StoredText[] = [];
  try {
    for (const database of [...departments.map(databaseOf), ledgerDatabase]) {
      const names = (await client.db(database).listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      for (const name of names.filter((one) => !one.endsWith('.chunks') && !one.startsWith('system.'))) {
        const rows = await client.db(database).collection(name).find().toArray();
        texts.push({ place: `${database}.${name}`, text: JSON.stringify(rows) });
      }
    }
  } finally {
    await client.close();
  }
  return texts;
}

// What stands in the databases, read past the departments as their administrator and without a line of theirs: the company's event log, the loans of finance,
// and what hr keeps.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { databaseOf, rootUser } from '../../../infra/local/departments.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Told {
  readonly type: string;
  readonly subject: string;
  /** Place among what was told about the subject. */
  readonly sequence: number;
  readonly data: Row;
}

export interface Reading {
  /** Everything that was ever told, about each subject in order. */
  readonly log: readonly Told[];
  /** Loans of finance as they stand. */
  readonly loans: readonly Row[];
  readonly violations: readonly Row[];
  readonly sheets: readonly Row[];
  readonly schemes: readonly Row[];
  readonly facts: readonly Row[];
}

/** @param home The data folder of the running system. */
export async function readPlainly(home: string): Promise<Reading> {
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const run = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as RunFile;
  const password = encodeURIComponent(secrets.mongoRootPassword);
  const uri = `mongodb://${rootUser}:${password}@127.0.0.1:${run.ports.mongodb}/admin?directConnection=true`;
  const client = await MongoClient.connect(uri, { promoteLongs: true });
  try {
    const rows = async (department: Parameters<typeof databaseOf>[0], collection: string): Promise<Row[]> =>
      client.db(databaseOf(department)).collection(collection).find().sort({ _id: 1 }).toArray();
    const logged = await rows('coordination', 'event_log');
    return {
      log: logged.map(toldOf).sort((a, b) => (a.subject === b.subject ? a.sequence - b.sequence : a.subject < b.subject ? -1 : 1)),
      loans: await rows('finance', 'loans'),
      violations: await rows('compliance', 'violations'),
      sheets: await rows('hr', 'appraisal_sheets'),
      schemes: await rows('hr', 'appraisal_schemes'),
      facts: await rows('hr', 'appraisal_facts'),
    };
  } finally {
    await client.close();
  }
}

function toldOf(row: Row): Told {
  const envelope = row['envelope'] as { type: string; subject: string; sequence: string; data: Row };
  return { type: envelope.type, subject: envelope.subject, sequence: Number(envelope.sequence), data: envelope.data };
}

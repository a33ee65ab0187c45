import { randomBytes } from 'node:crypto';
import { Database } from '@weilend/mongo';

/** A real database of its own for one test file; `stop` drops it. The server comes from the test run (TEST_MONGODB_URI). */
export async function testDatabase(prefix = 'test'): Promise<{ database: Database; uri: string; stop: () => Promise<void> }> {
  const uri = databaseUri(`${prefix}_${randomBytes(5).toString('hex')}`);
  const database = await Database.connect(uri);
  return {
    database,
    uri,
    stop: async () => {
      await database.connection.dropDatabase();
      await database.close();
    },
  };
}

/** The server of the test run with another database name. */
export function databaseUri(name: string): string {
  const uri = new URL(required('TEST_MONGODB_URI'));
  uri.pathname = `/${name}`;
  return uri.toString();
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: integration tests need the servers that \`npm test\` starts`);
  return value;
}

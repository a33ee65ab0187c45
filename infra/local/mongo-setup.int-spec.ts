import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Db, MongoClient } from 'mongodb';
import { provideMongod } from './binaries.ts';
import { type Department, departments, ledgerDatabase, rootUser } from './departments.ts';
import { mongodArgs, startMongod } from './mongod.ts';
import { prepareMongo, roleOf } from './mongo-setup.ts';
import { freePort, portAnswers } from './ports.ts';
import { completeSecrets, writeMongoKeyFile } from './secrets.ts';
import { type RunningServer, runServer } from './server-process.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

// A MongoDB of its own: the one that other integration tests share has no authentication.
const secrets = completeSecrets({});
const mongoSecrets = { rootPassword: secrets.mongoRootPassword, servicePasswords: secrets.mongoPasswords };
const clients: MongoClient[] = [];
let home: string;
let port: number;
let server: RunningServer;

const targetAt = (at: number) => ({ host: '127.0.0.1', port: at, replSet: 'rs0', memberHost: `127.0.0.1:${at}` });

async function start(at: number): Promise<void> {
  port = at;
  const keyFile = await writeMongoKeyFile(home, secrets);
  server = await startMongod({
    binary: await provideMongod(),
    dbPath: join(home, 'mongo'),
    port,
    replSet: 'rs0',
    keyFile,
    cacheSizeGB: 0.25,
  });
}

/** The database of that name as the user of a department sees it. */
async function as(department: Department, database: string): Promise<Db> {
  const client = new MongoClient(
    `mongodb://${department}:${secrets.mongoPasswords[department]}@127.0.0.1:${port}/?replicaSet=rs0&authSource=admin`,
  );
  clients.push(client);
  await client.connect();
  return client.db(database);
}

beforeAll(async () => {
  home = await temporaryFolder();
  await start(await freePort());
  await prepareMongo(targetAt(port), mongoSecrets);
}, 90_000);

afterAll(async () => {
  for (const client of clients) await client.close();
  await server?.stop();
  await removeTemporaryFolders();
}, 60_000);

describe('the user of a department', () => {
  test.each(departments)('%s works in its own database: documents, indexes, transactions', async (department) => {
    const own = await as(department, `weilend_${department}`);
    await own.collection('things').createIndex({ name: 1 }, { unique: true });
    await own.client.withSession((session) =>
      session.withTransaction(() => own.collection('things').insertOne({ name: department }, { session })),
    );
    await own.collection('things').updateOne({ name: department }, { $set: { seen: true } });
    expect(await own.collection('things').countDocuments({ seen: true })).toBe(1);
    await own.collection('things').drop();
  });

  test.each([
    ['sales', 'weilend_finance'],
    ['finance', 'weilend_sales'],
    ['hr', 'weilend_compliance'],
    ['risk', ledgerDatabase],
    ['coordination', 'admin'],
    ['coordination', 'config'],
    ['approval', 'local'],
  ] as const)('%s can neither read nor write %s', async (department, database) => {
    const other = await as(department, database);
    await expect(other.collection('things').findOne()).rejects.toThrow(/not authorized/);
    await expect(other.collection('things').insertOne({ a: 1 })).rejects.toThrow(/not authorized/);
    await expect(other.watch().next()).rejects.toThrow(/not authorized/);
  });

  test('no one administers: users, settings, other databases stay out of reach', async () => {
    const admin = await as('hr', 'admin');
    for (const command of [
      { createUser: 'x', pwd: 'x', roles: ['root'] },
      { setParameter: 1, logLevel: 5 },
      { shutdown: 1 },
      { replSetGetConfig: 1 },
    ]) {
      await expect(admin.command(command)).rejects.toThrow(/not authorized|requires authentication/);
    }
  });

  test('a wrong password and no password get nothing', async () => {
    const wrong = new MongoClient(`mongodb://sales:wrong@127.0.0.1:${port}/?directConnection=true&authSource=admin`);
    await expect(wrong.connect()).rejects.toThrow('Authentication failed');
    const anonymous = await new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`).connect();
    clients.push(anonymous);
    await expect(anonymous.db('weilend_sales').collection('things').findOne()).rejects.toThrow(/requires authentication/);
  });

  test('it sees the changes of its own database as they happen', async () => {
    const own = await as('risk', 'weilend_risk');
    await own.createCollection('outbox');
    const stream = own.collection('outbox').watch();
    // The first look opens the stream on the server: what is written afterwards is seen.
    await stream.tryNext();
    await own.collection('outbox').insertOne({ event: 'report-delivered' });
    expect(await stream.next()).toMatchObject({ operationType: 'insert', fullDocument: { event: 'report-delivered' } });
    await stream.close();
  });
});

describe('the ledger', () => {
  test('finance books entries beside its own documents in one transaction, and indexes them', async () => {
    const [ledger, own] = [await as('finance', ledgerDatabase), await as('finance', 'weilend_finance')];
    await ledger.createCollection('ledger_entries');
    await ledger.collection('ledger_entries').createIndex({ loanId: 1 });
    const { client } = ledger;
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await client.db(ledgerDatabase).collection('ledger_entries').insertOne({ loanId: 'loan_1', fen: 5 }, { session });
        await client.db('weilend_finance').collection('loans').insertOne({ loanId: 'loan_1' }, { session });
      }),
    );
    expect(await ledger.collection('ledger_entries').countDocuments()).toBe(1);
    expect(await own.collection('loans').countDocuments()).toBe(1);
  });

  test('what was booked stays booked', async () => {
    const entries = (await as('finance', ledgerDatabase)).collection('ledger_entries');
    await expect(entries.updateOne({}, { $set: { fen: 6 } })).rejects.toThrow(/not authorized/);
    await expect(entries.replaceOne({ loanId: 'loan_1' }, { fen: 6 })).rejects.toThrow(/not authorized/);
    await expect(entries.findOneAndUpdate({}, { $set: { fen: 6 } })).rejects.toThrow(/not authorized/);
    await expect(entries.findOneAndDelete({})).rejects.toThrow(/not authorized/);
    await expect(entries.deleteMany({})).rejects.toThrow(/not authorized/);
    await expect(entries.drop()).rejects.toThrow(/not authorized/);
    await expect(entries.rename('other')).rejects.toThrow(/not authorized/);
    await expect(entries.aggregate([{ $set: { fen: 6 } }, { $merge: { into: 'ledger_entries' } }]).toArray()).rejects.toThrow(
      /not authorized/,
    );
    await expect(entries.aggregate([{ $limit: 1 }, { $out: 'ledger_entries' }]).toArray()).rejects.toThrow(/not authorized/);
    await expect((await as('finance', ledgerDatabase)).dropDatabase()).rejects.toThrow(/not authorized/);
    expect(await entries.find().toArray()).toEqual([expect.objectContaining({ fen: 5 })]);
  });

  test.each(departments)('%s: only finance has a right in it', (department) => {
    const inLedger = roleOf(department).privileges.filter(({ resource }) => resource.db === ledgerDatabase);
    expect(inLedger).toHaveLength(department === 'finance' ? 1 : 0);
    expect(inLedger.flatMap(({ actions }) => actions).filter((action) => /update|remove|drop|rename/i.test(action))).toEqual([]);
  });
});

describe('a start after the first', () => {
  test('finds everything there', async () => {
    await expect(prepareMongo(targetAt(port), mongoSecrets)).resolves.toBeUndefined();
  });

  test('with other secrets is refused with the mend', async () => {
    await expect(prepareMongo(targetAt(port), { ...mongoSecrets, rootPassword: 'another' })).rejects.toThrow(
      'put back the secrets.json that belongs to them',
    );
  });

  test('takes over a new password of a department', async () => {
    const servicePasswords = { ...mongoSecrets.servicePasswords, training: 'changed' };
    await prepareMongo(targetAt(port), { ...mongoSecrets, servicePasswords });
    const changed = await new MongoClient(`mongodb://training:changed@127.0.0.1:${port}/?directConnection=true&authSource=admin`).connect();
    await changed.close();
    await prepareMongo(targetAt(port), mongoSecrets);
  });

  test('works on another port with the same data, also after mongod was killed', async () => {
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    await start(await freePort());
    await prepareMongo(targetAt(port), mongoSecrets);
    expect(await (await as('finance', ledgerDatabase)).collection('ledger_entries').countDocuments()).toBe(1);
  }, 90_000);

  test('a key file that others can read is refused with the mend', async () => {
    const folder = await temporaryFolder();
    const keyFile = join(folder, 'open.key');
    await writeFile(keyFile, 'abcdefgh', { mode: 0o644 });
    const options = { binary: await provideMongod(), dbPath: join(folder, 'mongo'), port: await freePort(), replSet: 'rs0', keyFile };
    await expect(startMongod(options)).rejects.toThrow('make it mode 0400');
  });
});

test('an administrator made before the replica set, as the container image of MongoDB does, is taken over', async () => {
  const folder = await temporaryFolder();
  const at = await freePort();
  const binary = await provideMongod();
  const options = { binary, dbPath: join(folder, 'mongo'), port: at, replSet: 'rs0', cacheSizeGB: 0.25 };
  await mkdir(options.dbPath);
  const alone = mongodArgs(options).filter((word) => !['--replSet', 'rs0'].includes(word));
  const image = await runServer({
    title: 'MongoDB',
    command: binary,
    args: alone,
    ready: () => portAnswers(at),
    explain: (output) => output,
    graceMs: 20_000,
  });
  const client = await new MongoClient(`mongodb://127.0.0.1:${at}/?directConnection=true`).connect();
  await client.db('admin').command({ createUser: rootUser, pwd: secrets.mongoRootPassword, roles: ['root'] });
  await client.close();
  await image.stop();
  const member = await startMongod({ ...options, keyFile: await writeMongoKeyFile(folder, secrets) });
  await prepareMongo(targetAt(at), mongoSecrets);
  const sales = new MongoClient(`mongodb://sales:${secrets.mongoPasswords.sales}@127.0.0.1:${at}/?replicaSet=rs0&authSource=admin`);
  clients.push(sales);
  await expect(sales.db('weilend_sales').collection('things').insertOne({ a: 1 })).resolves.toMatchObject({ acknowledged: true });
  await sales.close();
  await member.stop();
}, 90_000);

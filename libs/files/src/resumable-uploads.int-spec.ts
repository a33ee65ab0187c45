import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditTrail, Database, Leases, migrate, UnitOfWork } from '@weilend/mongo';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerFileRoutes } from './file-routes.js';
import { filesCollections } from './files-collections.js';
import { Files } from './files.js';
import { GridFsStore } from './gridfs-store.js';
import { wavBytes } from './media.builder.js';
import { OrphanSweep } from './orphan-sweep.js';
import { ResumableUploads } from './resumable-uploads.js';
import { FileUrls } from './signed-url.js';

class NoAudit extends AuditTrail {
  async accepted(): Promise<void> {}
  async refused(): Promise<void> {}
}

const MEBIBYTE = 1_048_576;
const actor = { kind: 'employee' as const, employeeId: 'emp_1', department: 'sales' as const, roles: [] };
const policy = { maxBytes: 20 * MEBIBYTE, contentTypes: ['audio/*'] };
const subject = { kind: 'application', id: 'app_1' };
const urls = new FileUrls('a-secret-of-at-least-thirty-two-bytes');

/** Everything that a process of the service makes for itself; the bytes and rows are the database's. */
interface Service {
  readonly files: Files;
  readonly uploads: ResumableUploads;
  readonly app: FastifyInstance;
}

let database: Database;
let work: UnitOfWork;
let store: GridFsStore;
let service: Service;

async function started(): Promise<Service> {
  const files = new Files(database, store, urls, { department: 'sales', uploadTtlMs: 60_000, downloadTtlMs: 60_000 });
  const uploads = new ResumableUploads(database, store, files);
  const app = fastify();
  await registerFileRoutes(app, { department: 'sales', files, uploads, urls, keptMs: 60_000 });
  return { files, uploads, app };
}

beforeAll(async () => {
  database = await Database.connect(process.env['TEST_MONGODB_URI'] ?? '', { name: `uploads_${randomBytes(4).toString('hex')}` });
  await migrate(database, new Leases(database, 'test'), { collections: filesCollections, migrations: [] });
  work = new UnitOfWork(database, new NoAudit());
  store = new GridFsStore(database);
  service = await started();
});

afterAll(async () => {
  await service.app.close();
  await database.connection.dropDatabase();
  await database.close();
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function requested(bytes: Buffer, hash = sha256(bytes)): Promise<string> {
  const declared = { fileName: 'signing.wav', contentType: 'audio/wav', sizeBytes: bytes.length, sha256: hash };
  return work.run({ actor, operation: 'request' }, (tx) => service.files.request({ declared, subject, policy }, actor, tx));
}

async function patch(fileId: string, offset: number | null, bytes: Buffer, type = 'application/offset+octet-stream') {
  const { url } = await service.files.uploadTicket(fileId);
  const headers = { 'content-type': type, ...(offset === null ? {} : { 'upload-offset': String(offset) }) };
  const answer = await service.app.inject({ method: 'PATCH', url, payload: bytes, headers });
  return { status: answer.statusCode, offset: answer.headers['upload-offset'], state: answer.headers['file-state'] };
}

async function look(fileId: string) {
  const { url } = await service.files.uploadTicket(fileId);
  const { statusCode, headers } = await service.app.inject({ method: 'HEAD', url });
  return [statusCode, headers['upload-offset'], headers['upload-length'], headers['file-state']];
}

const objects = (): Promise<number> => database.collection('objects.files').countDocuments();
const stateOf = async (fileId: string) => (await service.files.find(fileId))?.state;

describe('[4.18] an upload in pieces', () => {
  test('is verified over all bytes, kept as one object, and read back unchanged', async () => {
    const bytes = randomBytes(700_001);
    const fileId = await requested(bytes);
    const before = await objects();
    expect(await look(fileId)).toEqual([200, '0', '700001', 'requested']);
    expect(await patch(fileId, 0, bytes.subarray(0, 300_000))).toEqual({ status: 204, offset: '300000', state: 'requested' });
    expect(await look(fileId)).toEqual([200, '300000', '700001', 'requested']);
    expect(await patch(fileId, 300_000, bytes.subarray(300_000))).toEqual({ status: 204, offset: '700001', state: 'verified' });
    expect(await objects()).toBe(before + 1);
    const { url } = await service.files.downloadTicket(fileId);
    const answer = await service.app.inject({ method: 'GET', url });
    expect(sha256(answer.rawPayload)).toBe(sha256(bytes));
    expect((await service.app.inject({ method: 'HEAD', url })).headers['content-length']).toBe('700001');
    expect(await patch(fileId, 0, bytes.subarray(0, 10))).toEqual({ status: 204, offset: '700001', state: 'verified' });
  });

  test('goes on after the line broke off in the middle of a piece, with what had arrived', async () => {
    const bytes = randomBytes(5 * MEBIBYTE);
    const fileId = await requested(bytes);
    await service.uploads.append(fileId, 0, brokenOff(bytes.subarray(0, 4 * MEBIBYTE + 1_000)));
    const [, offset] = await look(fileId);
    expect(Number(offset)).toBe(4 * MEBIBYTE + 1_000);
    expect(await patch(fileId, Number(offset), bytes.subarray(Number(offset)))).toMatchObject({ status: 204, state: 'verified' });
  });

  test('goes on in another process, and one that died after the last byte is brought to its verdict', async () => {
    const bytes = wavBytes(60);
    const fileId = await requested(bytes);
    await patch(fileId, 0, bytes.subarray(0, 1_000));
    await service.app.close();
    service = await started();
    expect((await look(fileId))[1]).toBe('1000');
    // As the row is left by a process that dies between the last piece and the verdict.
    const part = { key: 'obj_last', sizeBytes: bytes.length - 1_000 };
    await store.put(part.key, Readable.from([bytes.subarray(1_000)]));
    await database
      .collection('files')
      .updateOne({ _id: fileId as never }, { $set: { receivedBytes: bytes.length }, $push: { parts: part } as never });
    expect((await look(fileId))[3]).toBe('verified');
    expect(await service.files.measure(fileId)).toMatchObject({ ok: true, facts: { audioSeconds: 60 } });
  });

  test('with another hash is refused at the end, and nothing is attached', async () => {
    const bytes = randomBytes(2_000);
    const fileId = await requested(bytes, 'a'.repeat(64));
    await patch(fileId, 0, bytes.subarray(0, 1_000));
    expect((await patch(fileId, 1_000, bytes.subarray(1_000))).status).toBe(422);
    expect(await stateOf(fileId)).toBe('rejected');
    const act = work.run({ actor, operation: 'attach' }, (tx) =>
      service.files.attach(fileId, { subject, to: { kind: 'recording', id: 'con_1' } }, tx),
    );
    await expect(act).rejects.toMatchObject({ code: 'FILE_NOT_VERIFIED', data: { state: 'rejected' } });
  });

  test.each<[string, number | null, number, string, number]>([
    ['before the next byte', 0, 10, 'application/offset+octet-stream', 409],
    ['behind the next byte', 600, 10, 'application/offset+octet-stream', 409],
    ['without an offset', null, 10, 'application/offset+octet-stream', 400],
    ['at a negative offset', -1, 10, 'application/offset+octet-stream', 400],
    ['of another content type', 500, 10, 'audio/wav', 415],
    ['with more bytes than declared', 500, 501, 'application/offset+octet-stream', 413],
  ])('a piece %s is refused and changes nothing', async (_title, offset, length, type, status) => {
    const bytes = randomBytes(1_000);
    const fileId = await requested(bytes);
    await patch(fileId, 0, bytes.subarray(0, 500));
    const before = await objects();
    expect((await patch(fileId, offset, Buffer.alloc(length), type)).status).toBe(status);
    expect([await look(fileId), await objects()]).toEqual([[200, '500', '1000', 'requested'], before]);
  });

  test('of two senders of the same piece one wins', async () => {
    const bytes = randomBytes(1_000);
    const fileId = await requested(bytes);
    const answers = await Promise.all([patch(fileId, 0, bytes.subarray(0, 400)), patch(fileId, 0, bytes.subarray(0, 400))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await service.files.find(fileId))?.parts).toHaveLength(1);
    expect(await patch(fileId, 400, bytes.subarray(400))).toMatchObject({ state: 'verified' });
  });

  test('can be sent whole after all', async () => {
    const bytes = randomBytes(1_000);
    const fileId = await requested(bytes);
    await patch(fileId, 0, bytes.subarray(0, 400));
    const { url } = await service.files.uploadTicket(fileId);
    expect((await service.app.inject({ method: 'PUT', url, payload: bytes })).statusCode).toBe(201);
    expect((await service.files.find(fileId))?.parts).toEqual([]);
  });

  test('needs the address that was given for it', async () => {
    const fileId = await requested(randomBytes(10));
    const get = service.files.madeTicket(fileId).url;
    const { url } = await service.files.uploadTicket(fileId);
    for (const bent of [get, url.replace('op=put', 'op=get'), url.replace(/sig=./, 'sig=_'), url.split('?')[0] ?? ''])
      expect([400, 403]).toContain((await service.app.inject({ method: 'PATCH', url: bent, payload: Buffer.alloc(10) })).statusCode);
    expect((await service.app.inject({ method: 'HEAD', url: url.replace('op=put', 'op=get') })).statusCode).toBe(403);
  });
});

test('[4.18] what is unfinished after its time goes with its pieces, what is kept loses none; an erased file loses its bytes', async () => {
  const sweep = (orphanAfterMs: number) =>
    new OrphanSweep(database, store, service.files, service.uploads, { orphanAfterMs, batch: 1_000 }).pass();
  await sweep(-60_000);
  const bytes = randomBytes(1_000);
  const [lost, kept] = [await requested(bytes), await requested(bytes)];
  await patch(lost, 0, bytes.subarray(0, 400));
  await patch(kept, 0, bytes);
  await work.run({ actor, operation: 'attach' }, (tx) => service.files.attach(kept, { subject, to: subject }, tx));
  const before = await objects();
  expect(await sweep(60_000)).toMatchObject({ removedFiles: 0, removedObjects: 0 });
  expect(await sweep(-60_000)).toMatchObject({ removedFiles: 1, removedObjects: 0 });
  expect([await stateOf(lost), await stateOf(kept), await objects()]).toEqual([undefined, 'attached', before - 1]);
  await work.run({ actor, operation: 'erase' }, (tx) => service.files.erase(kept, tx));
  expect(await sweep(-60_000)).toMatchObject({ removedObjects: 1 });
  expect([await stateOf(kept), await objects()]).toEqual(['erased', before - 2]);
  await expect(work.run({ actor, operation: 'erase' }, (tx) => service.files.erase(kept, tx))).rejects.toMatchObject({
    code: 'FILE_NOT_VERIFIED',
  });
});

function brokenOff(bytes: Buffer): Readable {
  const parts = [bytes.subarray(0, 100_000), bytes.subarray(100_000)];
  return new Readable({
    read() {
      const part = parts.shift();
      if (part) this.push(part);
      else this.destroy(new Error('the line was cut'));
    },
  });
}

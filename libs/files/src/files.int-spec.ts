import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { AuditTrail, Database, Leases, migrate, UnitOfWork } from '@weilend/mongo';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerFileRoutes } from './file-routes.js';
import { filesCollections } from './files-collections.js';
import { Files } from './files.js';
import { GridFsStore } from './gridfs-store.js';
import { MadeFiles } from './made-files.js';
import type { MadeFile } from './made-files.js';
import { OrphanSweep } from './orphan-sweep.js';
import { ResumableUploads } from './resumable-uploads.js';
import { FileUrls } from './signed-url.js';
import type { FileState } from './stored-file.js';

class NoAudit extends AuditTrail {
  async accepted(): Promise<void> {}
  async refused(): Promise<void> {}
}

class Receipts extends MadeFiles {
  async make(fileId: string): Promise<MadeFile | null> {
    return fileId === 'rpm_1' ? { fileName: '收据.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF receipt') } : null;
  }
}

const actor = { kind: 'employee' as const, employeeId: 'emp_1', department: 'sales' as const, roles: [] };
const policy = { maxBytes: 2_000_000, contentTypes: ['image/*'] };
const subject = { kind: 'application', id: 'app_1' };
const to = { kind: 'document', id: 'doc_1' };
const urls = new FileUrls('a-secret-of-at-least-thirty-two-bytes');

let database: Database;
let work: UnitOfWork;
let store: GridFsStore;
let files: Files;
let uploads: ResumableUploads;
let app: FastifyInstance;

beforeAll(async () => {
  database = await Database.connect(process.env['TEST_MONGODB_URI'] ?? '', { name: `files_${randomBytes(4).toString('hex')}` });
  await migrate(database, new Leases(database, 'test'), { collections: filesCollections, migrations: [] });
  work = new UnitOfWork(database, new NoAudit());
  store = new GridFsStore(database);
  files = new Files(database, store, urls, { department: 'sales', uploadTtlMs: 60_000, downloadTtlMs: 60_000 });
  uploads = new ResumableUploads(database, store, files);
  app = fastify();
  await registerFileRoutes(app, { department: 'sales', files, uploads, urls, made: new Receipts(), keptMs: 60_000 });
});

afterAll(async () => {
  await app.close();
  await database.connection.dropDatabase();
  await database.close();
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function requested(bytes: Buffer, declared: { sha256?: string; sizeBytes?: number } = {}): Promise<string> {
  const file = { fileName: 'a.jpg', contentType: 'image/jpeg', sizeBytes: bytes.length, sha256: sha256(bytes), ...declared };
  return work.run({ actor, operation: 'request' }, (tx) => files.request({ declared: file, subject, policy }, actor, tx));
}

async function put(fileId: string, bytes: Buffer): Promise<{ statusCode: number; body: unknown }> {
  const { url } = await files.uploadTicket(fileId);
  const answer = await app.inject({ method: 'PUT', url, payload: bytes, headers: { 'content-type': 'image/jpeg' } });
  return { statusCode: answer.statusCode, body: answer.json() };
}

const attach = (fileId: string, about = { subject, to }): Promise<unknown> =>
  work.run({ actor, operation: 'attach' }, (tx) => files.attach(fileId, about, tx));
const stateOf = async (fileId: string): Promise<FileState | undefined> => (await files.find(fileId))?.state;
const objects = (): Promise<number> => database.collection('objects.files').countDocuments();

describe('upload', () => {
  test('[4.18] bytes of several chunks are hashed while they stream, verified, attached and given back unchanged', async () => {
    const bytes = randomBytes(700_000);
    const fileId = await requested(bytes);
    expect(await put(fileId, bytes)).toEqual({ statusCode: 201, body: { fileId, state: 'verified' } });
    await attach(fileId);
    expect(await stateOf(fileId)).toBe('attached');
    const { url } = await files.downloadTicket(fileId);
    const answer = await app.inject({ method: 'GET', url });
    expect(answer.statusCode).toBe(200);
    expect(sha256(answer.rawPayload)).toBe(sha256(bytes));
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
      etag: `"${sha256(bytes)}"`,
    });
  });

  test('the same upload again changes nothing and reads nothing', async () => {
    const bytes = Buffer.from('once');
    const fileId = await requested(bytes);
    await put(fileId, bytes);
    const before = await objects();
    expect(await put(fileId, Buffer.from('evil'))).toEqual({ statusCode: 200, body: { fileId, state: 'verified' } });
    expect(await objects()).toBe(before);
    expect((await files.find(fileId))?.actualSha256).toBe(sha256(bytes));
  });

  test('of two uploads at once one wins, and one object stays', async () => {
    const bytes = randomBytes(300_000);
    const fileId = await requested(bytes);
    const before = await objects();
    await Promise.all([put(fileId, bytes), put(fileId, bytes)]);
    expect(await stateOf(fileId)).toBe('verified');
    expect(await objects()).toBe(before + 1);
  });

  test.each([
    ['other bytes of the same size', Buffer.from('AAAA'), 422, 'rejected'],
    ['fewer bytes', Buffer.from('aaa'), 422, 'rejected'],
    ['more bytes than declared', Buffer.from('aaaaa'), 413, 'requested'],
  ])('%s are refused', async (_title, bytes, statusCode, state) => {
    const fileId = await requested(Buffer.from('aaaa'));
    expect((await put(fileId, bytes)).statusCode).toBe(statusCode);
    expect(await stateOf(fileId)).toBe(state);
    await expect(files.downloadTicket(fileId)).rejects.toMatchObject({ code: 'FILE_NOT_VERIFIED' });
  });

  test('a body that lies about its length is cut off at the limit, and nothing stays', async () => {
    const fileId = await requested(Buffer.from('aaaa'));
    const before = await objects();
    await expect(files.receive(fileId, Readable.from([Buffer.from('aaa'), Buffer.from('aaa')]), 4)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    expect(await stateOf(fileId)).toBe('requested');
    expect(await objects()).toBe(before);
  });

  test('an upload that breaks off leaves the file waiting for another try', async () => {
    const bytes = Buffer.from('complete');
    const fileId = await requested(bytes);
    const parts = [Buffer.from('comp')];
    const broken = new Readable({
      read() {
        const part = parts.pop();
        if (part) this.push(part);
        else this.destroy(new Error('the line was cut'));
      },
    });
    await expect(files.receive(fileId, broken, 8)).rejects.toThrow('the line was cut');
    expect(await put(fileId, bytes)).toMatchObject({ statusCode: 201 });
  });

  test.each([
    ['no signature', (url: string) => url.split('?')[0] ?? ''],
    ['a bent signature', (url: string) => url.replace(/sig=./, 'sig=_')],
    ['another file', (url: string) => url.replace(/fil_\w+/, 'fil_00000000000000000000000000')],
    ['a larger size', (url: string) => url.replace(/max=\d+/, 'max=999999')],
  ])('a URL with %s stores nothing', async (_title, bend) => {
    const fileId = await requested(Buffer.from('aaaa'));
    const { url } = await files.uploadTicket(fileId);
    const answer = await app.inject({ method: 'PUT', url: bend(url), payload: Buffer.from('aaaa') });
    expect([400, 403]).toContain(answer.statusCode);
    expect(await stateOf(fileId)).toBe('requested');
  });

  test('an upload URL does not download', async () => {
    const fileId = await requested(Buffer.from('aaaa'));
    await put(fileId, Buffer.from('aaaa'));
    const { url } = await files.uploadTicket(fileId);
    expect((await app.inject({ method: 'GET', url })).statusCode).toBe(400);
    expect((await app.inject({ method: 'GET', url: url.replace('op=put', 'op=get') })).statusCode).toBe(403);
  });
});

describe('files that are made when they are read', () => {
  test('[4.17] come with their name, type and hash to who has the address', async () => {
    const answer = await app.inject({ method: 'GET', url: files.madeTicket('rpm_1').url });
    expect([answer.statusCode, answer.body]).toEqual([200, '%PDF receipt']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '12',
      'content-disposition': `attachment; filename*=UTF-8\'\'${encodeURIComponent('收据.pdf')}`,
      etag: `"${sha256(Buffer.from('%PDF receipt'))}"`,
      'cache-control': 'private, no-store',
    });
  });

  test.each([
    ['another file', (url: string) => url.replace('rpm_1', 'rpm_2'), 403],
    ['no signature', (url: string) => url.split('?')[0] ?? '', 400],
    ['a later end', (url: string) => url.replace(/exp=\d+/, 'exp=9999999999'), 403],
  ])('an address with %s opens nothing', async (_title, bend, status) => {
    expect((await app.inject({ method: 'GET', url: bend(files.madeTicket('rpm_1').url) })).statusCode).toBe(status);
  });

  test('what there is not is not found, and nothing is uploaded to it', async () => {
    expect((await app.inject({ method: 'GET', url: files.madeTicket('rpm_3').url })).statusCode).toBe(404);
    const url = urls.sign({ operation: 'put', department: 'sales', fileId: 'rpm_1', expiresAtS: 9_999_999_999, maxBytes: 100 });
    expect((await app.inject({ method: 'PUT', url, payload: Buffer.from('x') })).statusCode).toBe(404);
  });
});

describe('attach', () => {
  test.each([
    ['that has no bytes yet', false, { subject, to }],
    ['uploaded for another application', true, { subject: { kind: 'application', id: 'app_2' }, to }],
    ['uploaded for another kind of subject', true, { subject: { kind: 'customer', id: 'app_1' }, to }],
  ])('[4.18] a file %s is refused', async (_title, uploaded, about) => {
    const bytes = Buffer.from('evidence');
    const fileId = await requested(bytes);
    if (uploaded) await put(fileId, bytes);
    await expect(attach(fileId, about)).rejects.toMatchObject({ code: 'FILE_NOT_VERIFIED' });
    expect(await stateOf(fileId)).toBe(uploaded ? 'verified' : 'requested');
  });

  test('a file that does not exist and one that is attached already are refused', async () => {
    await expect(attach('fil_00000000000000000000000000')).rejects.toMatchObject({ code: 'FILE_NOT_VERIFIED', data: { state: 'absent' } });
    const bytes = Buffer.from('one use');
    const fileId = await requested(bytes);
    await put(fileId, bytes);
    await attach(fileId);
    await expect(attach(fileId)).rejects.toMatchObject({ data: { state: 'attached' } });
  });

  test('an act that is refused later leaves its file unattached', async () => {
    const bytes = Buffer.from('rolled back');
    const fileId = await requested(bytes);
    await put(fileId, bytes);
    const act = work.run({ actor, operation: 'attach' }, async (tx) => {
      await files.attach(fileId, { subject, to }, tx);
      throw new DomainError('INPUT_INVALID', { problem: 'no' });
    });
    await expect(act).rejects.toThrow(DomainError);
    expect(await stateOf(fileId)).toBe('verified');
  });
});

describe('orphan sweep', () => {
  const sweep = (orphanAfterMs: number) => new OrphanSweep(database, store, files, uploads, { orphanAfterMs, batch: 1_000 }).pass();

  test('what nothing attached goes with its bytes, what is attached stays for ever', async () => {
    await sweep(-60_000);
    const [kept, lost, empty] = [Buffer.from('kept'), Buffer.from('lost'), Buffer.from('empty')];
    const [keptId, lostId, emptyId] = [await requested(kept), await requested(lost), await requested(empty)];
    await put(keptId, kept);
    await put(lostId, lost);
    await attach(keptId);
    const before = await objects();
    expect(await sweep(60_000)).toEqual({ settled: 0, removedFiles: 0, removedObjects: 0 });
    expect(await sweep(-60_000)).toEqual({ settled: 0, removedFiles: 2, removedObjects: 0 });
    expect([await stateOf(keptId), await stateOf(lostId), await stateOf(emptyId)]).toEqual(['attached', undefined, undefined]);
    expect(await objects()).toBe(before - 1);
    await expect(files.uploadTicket(lostId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('bytes that no row names go, and an upload that died before its verdict gets one', async () => {
    const bytes = Buffer.from('half done');
    const fileId = await requested(bytes);
    await put(fileId, bytes);
    await database.collection('files').updateOne({ _id: fileId }, { $set: { state: 'uploaded' } });
    await store.put('obj_lost', Readable.from([Buffer.from('lost')]));
    const outcome = await sweep(60_000);
    expect(outcome).toEqual({ settled: 1, removedFiles: 0, removedObjects: 0 });
    expect(await stateOf(fileId)).toBe('verified');
    await attach(fileId);
    expect(await sweep(-60_000)).toMatchObject({ removedObjects: 1 });
  });
});

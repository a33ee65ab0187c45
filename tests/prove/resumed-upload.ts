// A recording of fifty megabytes is sent to a process that is killed again and again in the middle of a piece: each new process goes on where the last one's
// bytes were kept, nothing is sent twice that was kept, and at the end the hash over all bytes is the declared one.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { Files, filesCollections, FileUrls, GridFsStore } from '@weilend/files';
import { newId } from '@weilend/kernel';
import { AuditTrail, Database, Leases, migrate, UnitOfWork } from '@weilend/mongo';
import { startTestServers } from '../../infra/local/servers.ts';
import { pause } from '../../infra/local/commands.ts';
import type { Figures } from '../lib/named-scripts.ts';

const BYTES = 50 * 1_048_576;
const KILLS = 4;
const SECRET = 'a-secret-of-at-least-thirty-two-bytes';
const actor = { kind: 'service', service: 'sales' } as const;

class NoAudit extends AuditTrail {
  async accepted(): Promise<void> {}
  async refused(): Promise<void> {}
}

export async function proveResumedUpload(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  const name = newId('upl');
  const database = await Database.connect(servers.mongodbUri, { name });
  try {
    await migrate(database, new Leases(database, 'prove'), { collections: filesCollections, migrations: [] });
    const bytes = randomBytes(BYTES);
    const files = new Files(database, new GridFsStore(database), new FileUrls(SECRET), {
      ...{ department: 'sales', uploadTtlMs: 600_000, downloadTtlMs: 600_000 },
    });
    const fileId = await promised(database, files, bytes);
    const offsets: number[] = [];
    let sent = 0;
    for (let killed = 0; killed <= KILLS; killed++) {
      const [child, address] = await started(servers.mongodbUri, name);
      const { url } = await files.uploadTicket(fileId);
      const offset = await offsetAt(`${address}${url}`);
      offsets.push(offset);
      const isLast = killed === KILLS;
      sent += await send(`${address}${url}`, bytes, offset, isLast ? null : () => child.kill('SIGKILL'));
      if (isLast) child.kill('SIGTERM');
      await once(child, 'exit');
      say(`process ${killed + 1} began at byte ${offset}`);
    }
    const state = (await files.find(fileId))?.state;
    if (state !== 'verified') throw new Error(`the file is ${state}`);
    if (offsets.some((offset, place) => offset < (offsets[place - 1] ?? 0)) || (offsets.at(-1) ?? 0) === 0)
      throw new Error(`kept bytes were lost: ${offsets.join(', ')}`);
    return { bytes: BYTES, kills: KILLS, beganAt: offsets.join(', '), sentAgain: sent - BYTES };
  } finally {
    await database.close();
    await servers.stop();
  }
}

function promised(database: Database, files: Files, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { fileName: 'signing.mp4', contentType: 'video/mp4', sizeBytes: bytes.length, sha256 };
  const file = { declared, subject: { kind: 'application', id: 'app_1' }, policy: { maxBytes: BYTES, contentTypes: ['video/*'] } };
  return new UnitOfWork(database, new NoAudit()).run({ actor, operation: 'request' }, (tx) => files.request(file, actor, tx));
}

async function started(mongodbUri: string, name: string): Promise<[ChildProcess, string]> {
  const child = fork(join(import.meta.dirname, 'resumed-upload-child.ts'), [mongodbUri, name, SECRET]);
  const [address] = (await once(child, 'message')) as [string];
  return [child, address];
}

async function offsetAt(address: string): Promise<number> {
  const answer = await fetch(address, { method: 'HEAD' });
  return Number(answer.headers.get('upload-offset'));
}

/** Sends the rest in slices of a megabyte; after nine of them `kill` is called, in the middle of what is on its way. Returns how many bytes went out. */
async function send(address: string, bytes: Buffer, offset: number, kill: (() => void) | null): Promise<number> {
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  const sending = request(address, { method: 'PATCH', headers });
  const ended = new Promise<number>((resolve) => {
    sending.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    sending.on('error', () => resolve(0));
  });
  let sent = 0;
  for (let at = offset; at < bytes.length && !sending.destroyed; at += 1_048_576) {
    const slice = bytes.subarray(at, at + 1_048_576);
    await new Promise<void>((resolve) => sending.write(slice, () => resolve()));
    sent += slice.length;
    if (kill && sent >= 9 * 1_048_576) {
      await pause(300);
      kill();
      break;
    }
  }
  if (!kill) sending.end();
  const status = await ended;
  if (!kill && status !== 204) throw new Error(`the last piece was answered with ${status}`);
  return sent;
}

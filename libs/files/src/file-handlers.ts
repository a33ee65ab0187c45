import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Department } from '@weilend/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Files } from './files.js';
import type { MadeFiles } from './made-files.js';
import type { ResumableUploads, UploadProgress } from './resumable-uploads.js';
import type { FileGrant, FileUrls } from './signed-url.js';
import type { StoredFile } from './stored-file.js';

export interface FileRouteOptions {
  readonly department: Department;
  readonly files: Files;
  readonly uploads: ResumableUploads;
  /** How long an upload may take before the sweep removes it. */
  readonly keptMs: number;
  readonly urls: FileUrls;
  /** Files that are made when they are read. */
  readonly made?: MadeFiles | null;
}

export type FileRequest = FastifyRequest<{ Params: { fileId: string }; Querystring: Record<string, unknown> }>;

export const TUS = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };
const REJECTED = 'the bytes are not the declared ones (sha-256 or size): request a new upload';
const PIECE_TYPE = 'application/offset+octet-stream';

/** What each method does, once the signature in the address has been checked. */
export class FileHandlers {
  constructor(private readonly options: FileRouteOptions) {}

  async upload(request: FileRequest, reply: FastifyReply, grant: FileGrant): Promise<FastifyReply> {
    const declaredLength = Number(request.headers['content-length'] ?? 0);
    if (declaredLength > grant.maxBytes)
      return refuse(reply.header('connection', 'close'), 413, 'FILE_TOO_LARGE', `at most ${grant.maxBytes} bytes`);
    const before = (await this.options.files.find(grant.fileId))?.state;
    const state = await this.options.files.receive(grant.fileId, (request.body as Readable | undefined) ?? request.raw, grant.maxBytes);
    if (state === 'rejected') return refuse(reply, 422, 'FILE_REJECTED', REJECTED);
    return reply.code(before === 'requested' ? 201 : 200).send({ fileId: grant.fileId, state });
  }

  async append(request: FileRequest, reply: FastifyReply, grant: FileGrant): Promise<FastifyReply> {
    const offset = Number(request.headers['upload-offset'] ?? Number.NaN);
    if (!Number.isSafeInteger(offset) || offset < 0)
      return refuse(reply, 400, 'OFFSET_MISSING', 'say in Upload-Offset where the bytes begin');
    if (request.headers['content-type'] !== PIECE_TYPE)
      return refuse(reply.header('connection', 'close'), 415, 'CONTENT_TYPE', `send pieces as ${PIECE_TYPE}`);
    if (offset + Number(request.headers['content-length'] ?? 0) > grant.maxBytes)
      return refuse(reply.header('connection', 'close'), 413, 'FILE_TOO_LARGE', `at most ${grant.maxBytes} bytes`);
    const body = (request.body as Readable | undefined) ?? request.raw;
    const progress = await this.options.uploads.append(grant.fileId, offset, body);
    if (progress.state === 'rejected') return refuse(reply, 422, 'FILE_REJECTED', REJECTED);
    return reply.code(204).headers(this.progressHeaders(progress)).send();
  }

  /** Of an upload how far it has come, of a file what a GET would say of it. */
  async look(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (request.query['op'] === 'put')
      return reply.headers(this.progressHeaders(await this.options.uploads.progressOf(request.params.fileId))).send();
    const file = await this.options.files.find(request.params.fileId);
    if (file?.state !== 'verified' && file?.state !== 'attached') return reply.code(file ? 409 : 404).send();
    return reply.headers(headersOf(file, file.actualSizeBytes ?? file.sizeBytes)).send();
  }

  private progressHeaders({ offset, sizeBytes, state, requestedAt }: UploadProgress): Record<string, string> {
    const expires = new Date(requestedAt.getTime() + this.options.keptMs).toUTCString();
    return { ...TUS, 'upload-offset': String(offset), 'upload-length': String(sizeBytes), 'upload-expires': expires, 'file-state': state };
  }

  async download(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    const file = await this.options.files.find(request.params.fileId);
    if (!file) return this.downloadMade(request, reply);
    if (file.state !== 'verified' && file.state !== 'attached') return refuse(reply, 409, 'FILE_NOT_VERIFIED', `the file is ${file.state}`);
    return reply.headers(headersOf(file, file.actualSizeBytes ?? file.sizeBytes)).send(this.options.files.open(file));
  }

  private async downloadMade(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    const file = await this.options.made?.make(request.params.fileId);
    if (!file) return refuse(reply, 404, 'NOT_FOUND', 'there is no such file');
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return reply.headers(headersOf({ ...file, sha256 }, file.bytes.length)).send(file.bytes);
  }
}

function headersOf(file: Pick<StoredFile, 'fileName' | 'contentType' | 'sha256'>, sizeBytes: number): Record<string, string> {
  return {
    'content-type': file.contentType,
    'content-length': String(sizeBytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    // Evidence is personal data: no cache between us and the reader keeps it.
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    etag: `"${file.sha256}"`,
  };
}

export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}

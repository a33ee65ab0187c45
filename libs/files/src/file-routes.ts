import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Files } from './files.js';
import type { MadeFiles } from './made-files.js';
import { FileTooLarge } from './measured-stream.js';
import type { FileGrant, FileOperation, FileUrls, GrantProblem } from './signed-url.js';
import type { StoredFile } from './stored-file.js';

export interface FileRouteOptions {
  readonly department: Department;
  readonly files: Files;
  readonly urls: FileUrls;
  /** Files that are made when they are read. */
  readonly made?: MadeFiles | null;
}

type FileRequest = FastifyRequest<{ Params: { fileId: string }; Querystring: Record<string, unknown> }>;

const STATUS: Readonly<Record<GrantProblem, number>> = { MALFORMED: 400, BAD_SIGNATURE: 403, EXPIRED: 403 };
const MESSAGES: Readonly<Record<GrantProblem, string>> = {
  MALFORMED: 'the address is not one of ours: ask the graph for a signed URL',
  BAD_SIGNATURE: 'the address was changed: ask the graph for a signed URL',
  EXPIRED: 'the address has expired: ask the graph for a new one',
};

/**
 * Adds `PUT` and `GET /files/<department>/<fileId>`. The signature in the URL is the whole right to call them.
 * PUT: 201 verified (200 when it had its bytes already), 422 hash or size is not the declared one, 413 too large, 404 swept.
 * GET: the bytes with their type and hash; 409 while they are not verified.
 */
export async function registerFileRoutes(fastify: FastifyInstance, options: FileRouteOptions): Promise<void> {
  const { department, files } = options;
  const path = `/files/${department}/:fileId`;
  await fastify.register(async (scope) => {
    // Bodies of any type stay streams; nothing is buffered.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.put(path, async (request: FileRequest, reply) => guarded(request, reply, options, (grant) => upload(request, reply, grant)));
    scope.get(path, async (request: FileRequest, reply) => guarded(request, reply, options, () => download(request, reply)));
  });

  async function upload(request: FileRequest, reply: FastifyReply, grant: FileGrant): Promise<FastifyReply> {
    const declaredLength = Number(request.headers['content-length'] ?? 0);
    if (declaredLength > grant.maxBytes)
      return refuse(reply.header('connection', 'close'), 413, 'FILE_TOO_LARGE', `at most ${grant.maxBytes} bytes`);
    const before = (await files.find(grant.fileId))?.state;
    const state = await files.receive(grant.fileId, (request.body as Readable | undefined) ?? request.raw, grant.maxBytes);
    if (state === 'rejected')
      return refuse(reply, 422, 'FILE_REJECTED', 'the bytes are not the declared ones (sha-256 or size): request a new upload');
    return reply.code(before === 'requested' ? 201 : 200).send({ fileId: grant.fileId, state });
  }

  async function download(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    const file = await files.find(request.params.fileId);
    if (!file) return downloadMade(request, reply);
    if (file.state !== 'verified' && file.state !== 'attached') return refuse(reply, 409, 'FILE_NOT_VERIFIED', `the file is ${file.state}`);
    return reply.headers(headersOf(file, file.actualSizeBytes ?? file.sizeBytes)).send(files.open(file));
  }

  async function downloadMade(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    const file = await options.made?.make(request.params.fileId);
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

async function guarded(
  request: FileRequest,
  reply: FastifyReply,
  options: FileRouteOptions,
  act: (grant: FileGrant) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const operation: FileOperation = request.method === 'PUT' ? 'put' : 'get';
  const check = options.urls.check(
    { operation, department: options.department, fileId: request.params.fileId, query: request.query },
    Date.now(),
  );
  if (!check.ok) return refuse(reply, STATUS[check.problem], check.problem, MESSAGES[check.problem]);
  try {
    return await act(check.grant);
  } catch (error) {
    if (error instanceof FileTooLarge)
      return refuse(reply.header('connection', 'close'), 413, error.code, `at most ${error.maxBytes} bytes`);
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return refuse(reply, 404, error.code, 'there is no such file');
    throw error;
  }
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}

import { DomainError } from '@weilend/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { FileHandlers, refuse, TUS } from './file-handlers.js';
import type { FileRequest, FileRouteOptions } from './file-handlers.js';
import { FileTooLarge } from './measured-stream.js';
import { OffsetMismatch, TooManyPieces } from './resumable-uploads.js';
import type { FileGrant, FileOperation, GrantProblem } from './signed-url.js';

const STATUS: Readonly<Record<GrantProblem, number>> = { MALFORMED: 400, BAD_SIGNATURE: 403, EXPIRED: 403 };
const MESSAGES: Readonly<Record<GrantProblem, string>> = {
  MALFORMED: 'the address is not one of ours: ask the graph for a signed URL',
  BAD_SIGNATURE: 'the address was changed: ask the graph for a signed URL',
  EXPIRED: 'the address has expired: ask the graph for a new one',
};

/**
 * Adds `PUT`, `PATCH`, `HEAD` and `GET /files/<department>/<fileId>`. The signature in the URL is the whole right to call them.
 * PATCH and HEAD speak tus 1.0.0 (tus.io), so that its clients can be given the address; `@tus/server` is not used, because it makes
 * addresses, rights and rows of its own, which here are those of the graph.
 * HEAD: how far an upload has come (`Upload-Offset`). PATCH: appends at exactly that offset; 204 with the next offset, 409 for another
 * offset, 422 when the last byte came and the hash is not the declared one, 413 too large, 415 another content type.
 * PUT: 201 verified (200 when it had its bytes already), 422 hash or size is not the declared one, 413 too large, 404 swept.
 * GET: the bytes with their type and hash; 409 while they are not verified.
 */
export async function registerFileRoutes(fastify: FastifyInstance, options: FileRouteOptions): Promise<void> {
  const { department } = options;
  const handlers = new FileHandlers(options);
  const path = `/files/${department}/:fileId`;
  await fastify.register(async (scope) => {
    // Bodies of any type stay streams; nothing is buffered.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.put(path, async (request: FileRequest, reply) =>
      guarded(request, reply, options, (grant) => handlers.upload(request, reply, grant)),
    );
    scope.patch(path, async (request: FileRequest, reply) =>
      guarded(request, reply, options, (grant) => handlers.append(request, reply, grant)),
    );
    scope.head(path, async (request: FileRequest, reply) => guarded(request, reply, options, () => handlers.look(request, reply)));
    scope.options(path, async (_request, reply) =>
      reply
        .headers({ ...TUS, 'tus-version': '1.0.0', 'tus-extension': 'expiration' })
        .code(204)
        .send(),
    );
    scope.get(path, async (request: FileRequest, reply) => guarded(request, reply, options, () => handlers.download(request, reply)));
  });
}

async function guarded(
  request: FileRequest,
  reply: FastifyReply,
  options: FileRouteOptions,
  act: (grant: FileGrant) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const operation = operationOf(request);
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
    if (error instanceof OffsetMismatch)
      return refuse(reply.headers({ ...TUS, 'upload-offset': String(error.expected) }), 409, error.code, error.message);
    if (error instanceof TooManyPieces) return refuse(reply, 413, error.code, 'send larger pieces: request a new upload');
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return refuse(reply, 404, error.code, 'there is no such file');
    throw error;
  }
}

/** The address of an upload allows to look how far it has come, and to send. */
function operationOf({ method, query }: FileRequest): FileOperation {
  if (method === 'HEAD') return query['op'] === 'put' ? 'put' : 'get';
  return method === 'PUT' || method === 'PATCH' ? 'put' : 'get';
}

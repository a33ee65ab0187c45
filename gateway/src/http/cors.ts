import type { FastifyInstance } from 'fastify';

const exposed =
  'x-request-id, www-authenticate, content-range, accept-ranges, etag, tus-resumable, upload-offset, upload-length, upload-expires, file-state';
const methods = 'GET, HEAD, POST, PUT, PATCH, OPTIONS';
const preflightSeconds = '600';

/** Lets the listed web origins call from a browser. Tokens travel in a header, so cookies are never allowed. `*` stands for any origin. */
export function registerCors(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const any = origins.includes('*');
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (!any) void reply.header('vary', 'Origin');
    if (origin === undefined || !(any || origins.includes(origin))) return undefined;
    void reply.header('access-control-allow-origin', any ? '*' : origin).header('access-control-expose-headers', exposed);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return undefined;
    const wanted = request.headers['access-control-request-headers'];
    if (wanted !== undefined) void reply.header('access-control-allow-headers', wanted);
    return reply.header('access-control-allow-methods', methods).header('access-control-max-age', preflightSeconds).code(204).send();
  });
}

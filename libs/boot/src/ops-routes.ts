import type { FastifyInstance } from 'fastify';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

const sweepMs = 100;
const defaultGraceMs = 10_000;

/**
 * Adds `GET /health/live`, `GET /health/ready` (503 unless ready) and `GET /metrics` (Prometheus text).
 * While draining every answer also asks its caller to close the connection, so that nobody is kept waiting by idle ones.
 */
export function registerOpsRoutes(
  fastify: FastifyInstance,
  { health, metrics }: { readonly health: Health; readonly metrics: Metrics },
): void {
  const quiet = { logLevel: 'warn' as const };
  fastify.get('/health/live', quiet, async (_request, reply) => reply.header('cache-control', 'no-store').send(health.live()));
  fastify.get('/health/ready', quiet, async (_request, reply) => {
    const readiness = await health.ready();
    return reply
      .code(readiness.status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness);
  });
  fastify.get('/metrics', quiet, async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.text()));
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (health.isDraining) void reply.header('connection', 'close');
    done();
  });
}

/** A Fastify instance, or a framework around one that closes it. */
export interface ClosableServer {
  close(): PromiseLike<unknown>;
  readonly server: Pick<FastifyInstance['server'], 'closeIdleConnections' | 'closeAllConnections'>;
}

/**
 * Closes a server after its requests in flight. A connection that was busy when closing began and is idle afterwards would hold the
 * server until its keep-alive time is over (72 s), so idle ones are swept until all are gone; what is still open after `graceMs`
 * (a client that stopped in the middle of an upload) is cut.
 */
export async function closeServer(fastify: ClosableServer, graceMs = defaultGraceMs): Promise<void> {
  const sweep = setInterval(() => fastify.server.closeIdleConnections(), sweepMs);
  const cut = setTimeout(() => fastify.server.closeAllConnections(), graceMs);
  try {
    await fastify.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}

import type { FastifyInstance } from 'fastify';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

/** Adds `GET /health/live`, `GET /health/ready` (503 unless ready) and `GET /metrics` (Prometheus text). */
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
  fastify.get('/metrics', quiet, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

import { registerOpsRoutes } from '@weilend/boot';
import type { Health, Logger, Metrics } from '@weilend/boot';
import { LogController, fastify } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../errors/refuse.js';
import type { GatewayConfig } from '../gateway.config.js';
import { registerCors } from './cors.js';
import { registerRequestScope, requestIdOf } from './request-scope.js';

export interface AppParts {
  readonly config: GatewayConfig;
  readonly log: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
}

/** Long enough for a large file over a slow line; without a limit a stalled client holds its connection for ever. */
const longestRequestMs = 30 * 60_000;

/** The HTTP server without its GraphQL, proxy and explorer routes. */
export function createApp({ config, log, health, metrics }: AppParts): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => requestIdOf(headers),
    trustProxy: config.TRUST_PROXY.length > 0 ? [...config.TRUST_PROXY] : false,
    bodyLimit: config.MAX_BODY_KB * 1024,
    requestTimeout: longestRequestMs,
  }) as unknown as FastifyInstance;
  registerRequestScope(app);
  registerCors(app, config.CORS_ORIGINS);
  measureRequests(app, metrics);
  registerOpsRoutes(app, { health, metrics });
  app.setNotFoundHandler((_request, reply) => refuse(reply, { status: 404, code: 'NOT_FOUND', sentence: 'noSuchPath' }));
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  return app;

  function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const status = error.statusCode ?? 500;
    if (status === 413)
      return refuse(reply, { status, code: 'BODY_TOO_LARGE', sentence: 'bodyTooLarge', places: { limit: config.MAX_BODY_KB } });
    if (status < 500) {
      const extensions = { code: 'BAD_REQUEST', requestId: request.id, retryable: false };
      return reply
        .code(status)
        .type('application/json; charset=utf-8')
        .send({ errors: [{ message: error.message, extensions }] });
    }
    log.error({ err: error, requestId: request.id }, 'internal error');
    return refuse(reply, { status: 500, code: 'INTERNAL_SERVER_ERROR', sentence: 'internal' });
  }
}

function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram({ name: 'gateway_request_seconds', help: 'Time of requests by route', labels: ['route', 'status'] });
  app.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    done();
  });
}

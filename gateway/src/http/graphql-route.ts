import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ForwardedContext } from '../subgraphs/subgraph-source.js';
import { tokenHook } from '../tokens/token-hook.js';
import type { PublishedKeys } from '../tokens/published-keys.js';

export interface GraphqlRouteOptions {
  readonly server: ApolloServer<ForwardedContext>;
  /** Undefined: tokens are passed on unchecked. */
  readonly keys: PublishedKeys | undefined;
  readonly largestBytes: number;
}

export function registerGraphqlRoute(app: FastifyInstance, { server, keys, largestBytes }: GraphqlRouteOptions): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: largestBytes,
    ...(keys ? { onRequest: tokenHook(keys) } : {}),
    handler: fastifyApolloHandler(server, { context: forwardedContext }),
  });
}

async function forwardedContext(request: FastifyRequest, reply: FastifyReply): Promise<ForwardedContext> {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return {
    requestId: request.id,
    traceparent: request.traceparent,
    clientIp: request.ip,
    authorization: request.headers.authorization,
    acceptLanguage: request.headers['accept-language'],
    signal: gone.signal,
  };
}

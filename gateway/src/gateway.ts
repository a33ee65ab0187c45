import { Health, closeServer, createMetrics } from '@weilend/boot';
import type { Logger, Shutdown } from '@weilend/boot';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createFederation, createServer, proveSupergraph } from './apollo.js';
import { registerExplorer } from './explorer/explorer-routes.js';
import type { GatewayConfig } from './gateway.config.js';
import { createApp } from './http/app.js';
import { registerGraphqlRoute } from './http/graphql-route.js';
import { registerProxyRoutes } from './http/proxy-routes.js';
import { ServiceProxy } from './http/service-proxy.js';
import { SubgraphRegistry } from './subgraphs/subgraph-registry.js';
import { SubgraphWatch } from './subgraphs/subgraph-watch.js';
import { SupergraphFile } from './supergraph/supergraph-file.js';
import { PublishedKeys } from './tokens/published-keys.js';

export interface RunningGateway {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
}

const mebibyte = 1024 * 1024;

/**
 * Starts the gateway and adds its steps to `shutdown`. It listens before every department has answered; readiness tells.
 * @throws Error with a sentence when the supergraph cannot be served or the port is taken.
 */
export async function startGateway(config: GatewayConfig, log: Logger, shutdown: Shutdown): Promise<RunningGateway> {
  const health = new Health();
  const metrics = createMetrics('gateway');
  const registry = new SubgraphRegistry({ overrides: config.SUBGRAPH_URLS ?? {}, timeoutMs: config.SUBGRAPH_TIMEOUT_MS, metrics });
  const watch = new SubgraphWatch({
    health,
    metrics,
    log,
    everyMs: config.SUBGRAPH_PROBE_MS,
    clientOf: (subgraph) => registry.clientOf(subgraph.url),
  });
  const reloads = metrics.counter({
    name: 'gateway_supergraph_reloads_total',
    help: 'Changes of the supergraph file by result',
    labels: ['result'],
  });
  const supergraphFile = new SupergraphFile({
    path: config.supergraphFile,
    pollMs: config.SUPERGRAPH_POLL_MS,
    log,
    inspect: (sdl) => registry.read(sdl),
    prove: proveSupergraph,
    onReload: (result) => reloads.inc({ result }),
  });
  let schema: GraphQLSchema | undefined;
  const federation = createFederation({
    supergraphFile,
    sourceOf: (subgraph) => registry.sourceOf(subgraph),
    onSupergraph: (sdl, apiSchema) => {
      watch.follow(registry.follow(sdl));
      schema = apiSchema;
    },
    log,
  });
  const server = createServer(federation, config, log);
  const keys = config.AUTH_MODE === 'token' ? new PublishedKeys({ urls: () => config.JWKS_URLS ?? registry.keyUrls(), log }) : undefined;
  const proxy = new ServiceProxy({ largestBytes: config.MAX_UPLOAD_MB * mebibyte, timeoutMs: config.SUBGRAPH_TIMEOUT_MS });
  const app = createApp({ config, log, health, metrics });

  addShutdownSteps(shutdown, config, { app, health, keys, proxy, registry, watch });
  await server.start();
  shutdown.add('relay', 'apollo', () => server.stop());
  keys?.start();
  registerGraphqlRoute(app, { server, keys, largestBytes: config.MAX_BODY_KB * 1024 });
  await registerProxyRoutes(app, { proxy, baseOf: (department) => registry.baseOf(department) });
  if (config.explorer) await registerExplorer(app, { demoSignInsFile: config.demoSignInsFile, schema: () => schema, log });
  return { url: await app.listen({ host: config.HOST, port: config.PORT }) };
}

interface Closable {
  readonly app: FastifyInstance;
  readonly health: Health;
  readonly keys: PublishedKeys | undefined;
  readonly proxy: ServiceProxy;
  readonly registry: SubgraphRegistry;
  readonly watch: SubgraphWatch;
}

/** Requests in flight are answered before the connections to the departments close. */
function addShutdownSteps(shutdown: Shutdown, config: GatewayConfig, { app, health, keys, proxy, registry, watch }: Closable): void {
  shutdown
    .add('drain', 'readiness', () => health.startDraining())
    .add('drain', 'endless streams', () => proxy.endStreams())
    .add('http', 'server', () => closeServer(app, config.SHUTDOWN_GRACE_MS), config.SHUTDOWN_GRACE_MS + 1_000)
    .add('workers', 'watching departments', () => watch.stop())
    .add('workers', 'published keys', () => keys?.stop())
    .add('connections', 'departments', () => Promise.all([registry.close(), proxy.close()]));
}

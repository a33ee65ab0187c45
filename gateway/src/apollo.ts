import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from '@weilend/boot';
import type { GraphQLSchema } from 'graphql';
import { errorShaper, mergeRepeated } from './errors/shape-error.js';
import { keepTelemetryHome } from './gateway.config.js';
import type { GatewayConfig } from './gateway.config.js';
import { complexityPlugin } from './limits/complexity-plugin.js';
import type { ForwardedContext, SubgraphSource } from './subgraphs/subgraph-source.js';
import type { SupergraphFile } from './supergraph/supergraph-file.js';

export interface GatewayParts {
  readonly supergraphFile: SupergraphFile;
  readonly sourceOf: (subgraph: { readonly name: string; readonly url?: string }) => SubgraphSource;
  readonly onSupergraph: (supergraphSdl: string, apiSchema: GraphQLSchema) => void;
  readonly log: Logger;
}

/** Selections after all fragments are spread. Far above what the other limits let through; it guards the rules that run before them. */
const mostSelections = 100_000;

export function createFederation({ supergraphFile, sourceOf, onSupergraph, log }: GatewayParts): ApolloGateway {
  keepTelemetryHome();
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphFile,
    buildService: sourceOf,
    validateSupergraph: true,
    logger: apolloLog(log),
    // Fragments of the client are rarely reusable after planning, and looking for them costs a pass over every fetch.
    queryPlannerConfig: { reuseQueryFragments: false },
  });
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl, apiSchema }) => onSupergraph(coreSupergraphSdl, apiSchema));
  return gateway;
}

/**
 * Loads a supergraph into a gateway that serves nobody. The gateway in service changes step by step, so that a text which fails half
 * way would leave it mixed; what loads here loads there.
 * @throws Error when it cannot be served.
 */
export async function proveSupergraph(supergraphSdl: string): Promise<void> {
  keepTelemetryHome();
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const trial = new ApolloGateway({
    supergraphSdl,
    validateSupergraph: true,
    logger: silent,
    buildService: () => ({ process: async () => ({}) }),
  });
  try {
    await trial.load();
  } finally {
    await trial.stop();
  }
}

export function createServer(gateway: ApolloGateway, config: GatewayConfig, log: Logger): ApolloServer<ForwardedContext> {
  const limits = { depth: config.MAX_DEPTH, cost: config.MAX_COST, aliases: config.MAX_ALIASES, directives: config.MAX_DIRECTIVES };
  return new ApolloServer<ForwardedContext>({
    gateway,
    nodeEnv: config.NODE_ENV,
    logger: apolloLog(log),
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: mostSelections,
    parseOptions: { maxTokens: config.MAX_TOKENS },
    formatError: errorShaper(log),
    plugins: [ApolloServerPluginLandingPageDisabled(), complexityPlugin(limits), mergeErrors],
  });
}

const mergeErrors: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind === 'single' && body.singleResult.errors) body.singleResult.errors = mergeRepeated(body.singleResult.errors);
    },
  }),
};

function apolloLog(log: Logger) {
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) => log[level]({ part: 'apollo' }, String(message));
  // What Apollo calls news (each composition id) is known from our own lines.
  return { debug: write('debug'), info: write('debug'), warn: write('warn'), error: write('error') };
}

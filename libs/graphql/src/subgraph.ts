import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloFederationDriverConfig } from '@nestjs/apollo';
import { ApolloFederationDriver } from '@nestjs/apollo';
import type { DynamicModule, Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { GraphContext } from './context.js';
import { formatError } from './errors.js';
import type { ErrorLog } from './errors.js';
import type { AnyLoader } from './loaders.js';
import { scalars } from './scalars.js';
import { secureSchema } from './secure-schema.js';

/** Pinned: a directive that the Apollo gateway cannot load must fail here, not there. */
export const FEDERATION = {
  version: 2 as const,
  importUrl: 'https://specs.apollo.dev/federation/v2.7',
  directives: ['@key', '@shareable', '@external', '@inaccessible', '@tag', '@provides', '@requires', '@override'],
};

/** What makes a request's context; provided by the service. */
export abstract class ContextFactory {
  abstract create(request: { headers: Record<string, string | string[] | undefined> }): Promise<GraphContext>;
}

export interface SubgraphOptions {
  readonly loaders: readonly Type<AnyLoader>[];
  readonly logToken: abstract new () => ErrorLog;
}

/** Nothing of a department's answer is cached or traced; a plugin that watches fields would be called for each of them. */
const unwatched = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
] as ApolloServerPlugin<BaseContext>[];

/** The GraphQL module of a department: federation 2, scalars, permissions, batched references, one error shape. */
export function subgraphModule(options: SubgraphOptions): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloFederationDriverConfig>({
    driver: ApolloFederationDriver,
    inject: [ContextFactory, options.logToken, ...options.loaders],
    useFactory: (contexts: ContextFactory, log: ErrorLog, ...loaders: AnyLoader[]) => ({
      autoSchemaFile: { federation: FEDERATION },
      sortSchema: true,
      path: '/graphql',
      graphiql: false,
      introspection: true,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      resolvers: scalars,
      resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' as const },
      transformSchema: (schema) => secureSchema(schema, loaders),
      context: (request: { headers: Record<string, string | string[] | undefined> }) => contexts.create(request),
      formatError: (formatted, error) => formatError(formatted, error, log),
      plugins: unwatched,
    }),
  });
}

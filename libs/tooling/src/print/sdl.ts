// The SDL of a subgraph from its resolver classes, without booting the department. Frameworks are loaded when they are needed only: this file is
// reached by processes of their own (describe-department.ts).
import { lexicographicSortSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

interface SchemaFactory {
  create(resolvers: readonly unknown[], scalars: readonly unknown[], options: { skipCheck: boolean }): Promise<GraphQLSchema>;
}

interface Federation {
  readonly importUrl: string;
  readonly directives: readonly string[];
}

/** @param federation version and directives that every subgraph is pinned to (libs/graphql) */
export async function printSdl(resolvers: readonly unknown[], federation: Federation): Promise<string> {
  const { NestFactory } = await import('@nestjs/core');
  const { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } = await import('@nestjs/graphql');
  const { printSchemaWithDirectives } = await import('@graphql-tools/utils');
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error', 'fatal'] });
  try {
    const factory = context.get<SchemaFactory>(GraphQLSchemaFactory as never);
    const schema = await factory.create(resolvers, [], { skipCheck: true });
    const imports = federation.directives.map((name) => `"${name}"`).join(', ');
    return `extend schema @link(url: "${federation.importUrl}", import: [${imports}])\n\n${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`;
  } finally {
    await context.close();
  }
}

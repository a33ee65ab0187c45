import { printSchemaWithDirectives } from '@graphql-tools/utils';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema } from 'graphql';
import { FEDERATION } from './subgraph.js';

/** The SDL of a subgraph from its resolver classes, without booting anything else. */
export async function printSdl(resolvers: readonly Type<unknown>[]): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await app.init();
  try {
    const schema = await app.get(GraphQLSchemaFactory).create([...resolvers], [], { skipCheck: true });
    const imports = FEDERATION.directives.map((name) => `"${name}"`).join(', ');
    return `extend schema @link(url: "${FEDERATION.importUrl}", import: [${imports}])\n\n${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`;
  } finally {
    await app.close();
  }
}

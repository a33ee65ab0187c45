// Composition of the checked-in subgraphs into the supergraph that the gateway serves.
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import { departments } from '../../../../infra/local/departments.ts';
import type { SourceTree } from '../workspace/tree.ts';

export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

export type Composition =
  | { readonly supergraph: string; readonly problems?: never }
  | { readonly problems: readonly string[]; readonly supergraph?: never };

const FIRST_PORT = 4001;

/** Address of a department inside of a network where its name resolves (compose, Kubernetes); the gateway may be told others. */
export function routingUrl(department: string): string {
  const index = (departments as readonly string[]).indexOf(department);
  if (index < 0) throw new Error(`${department} has no port: add it to infra/local/departments.ts`);
  return `http://${department}:${FIRST_PORT + index}/graphql`;
}

/** The checked-in SDLs of a tree, in name order. */
export function subgraphsOf(tree: SourceTree): Subgraph[] {
  return tree.files.flatMap((path) => {
    const name = /^services\/([^/]+)\/schema\.graphql$/.exec(path)?.[1];
    return name === undefined ? [] : [{ name, url: routingUrl(name), sdl: tree.read(path) }];
  });
}

/** One supergraph, or every reason why there is none. */
export function compose(subgraphs: readonly Subgraph[]): Composition {
  const parsed: { name: string; url: string; typeDefs: ReturnType<typeof parse> }[] = [];
  const problems: string[] = [];
  for (const { name, url, sdl } of subgraphs) {
    try {
      parsed.push({ name, url, typeDefs: parse(sdl) });
    } catch (thrown) {
      problems.push(`[${name}] ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  if (problems.length > 0) return { problems };
  const result = composeServices(parsed);
  return result.errors ? { problems: result.errors.map(({ message }) => message) } : { supergraph: `${result.supergraphSdl.trimEnd()}\n` };
}

/** What a client sees of a supergraph. */
export function apiSchemaOf(supergraph: string): GraphQLSchema {
  return Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
}
